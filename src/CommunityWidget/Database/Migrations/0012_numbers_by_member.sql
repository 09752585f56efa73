-- What a member did in a question stands by itself: reports add up members without looking each question up. All is counted anew.
drop table member_tallies;
create table member_tallies (
    thread uuid not null,
    member uuid not null,
    site uuid not null,
    asked_at bigint not null,
    language text not null,
    topic text,
    acted_as text not null,
    took boolean not null,
    taken_ms bigint,
    messages bigint not null,
    stars bigint,
    primary key (thread, member)
);
create index member_tallies_by_site on member_tallies (site, asked_at, member);
delete from question_tallies;
update tally_marks set at = 0 where name = 'questions';
