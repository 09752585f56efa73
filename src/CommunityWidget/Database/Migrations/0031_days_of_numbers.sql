-- The questions asked on a day (of UTC), packed small once the day rests: a year of numbers is some hundred rows instead of as many as were asked.
-- The tallies stay what counts: whoever changes one moves the day's version and empties it, and it is packed anew.
create table tally_days (
    site uuid not null,
    day bigint not null,
    version bigint not null,
    packed bytea,
    primary key (site, day)
);
create index tally_days_to_pack on tally_days (day) where packed is null;
insert into tally_days (site, day, version) select distinct site, asked_at / 86400000, 1 from question_tallies;
