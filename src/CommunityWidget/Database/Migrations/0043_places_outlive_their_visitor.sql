-- Where a blocked visitor wrote from stays shut until the day ends also when they are erased, and is nobody's from then on.
alter table blocked_places rename to blocked_places_before;
create table blocked_places (
    site uuid not null references sites (id),
    place text not null,
    visitor uuid references visitors (id),
    until bigint not null,
    unique (visitor, place)
);
insert into blocked_places (site, place, visitor, until) select site, place, visitor, until from blocked_places_before;
drop table blocked_places_before;
create index blocked_places_until on blocked_places (until);
