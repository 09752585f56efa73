-- One row for each question with what the numbers count of it, made from its events. It refers to nothing and holds nothing of the visitor:
-- the numbers outlive the conversations they were made from.
create table question_tallies (
    thread uuid primary key,
    site uuid not null,
    asked_at bigint not null,
    seq bigint not null,
    language text not null,
    topic text,
    outcome text not null,
    taken_ms bigint,
    taken_rung text,
    answered_ms bigint,
    reached_team boolean not null,
    stars bigint,
    words_seq bigint,
    visitor_messages bigint not null,
    super_user_messages bigint not null,
    team_messages bigint not null
);
create index question_tallies_by_site on question_tallies (site, asked_at);
create index question_tallies_with_words on question_tallies (site, asked_at, thread) where words_seq is not null;

-- And one for each member who took it or wrote in it.
create table member_tallies (
    thread uuid not null,
    member uuid not null,
    site uuid not null,
    asked_at bigint not null,
    acted_as text not null,
    took boolean not null,
    messages bigint not null,
    primary key (thread, member)
);
create index member_tallies_by_site on member_tallies (site, asked_at);

-- When super users were there to be asked: every few minutes one look, by one node, adds to the hour of the site's own clock.
create table available_minutes (
    site uuid not null,
    hour bigint not null,
    member uuid not null,
    minutes bigint not null,
    primary key (site, hour, member)
);

-- How far counting has come.
create table tally_marks (
    name text primary key,
    at bigint not null
);
insert into tally_marks (name, at) values ('questions', 0), ('available', 0);
