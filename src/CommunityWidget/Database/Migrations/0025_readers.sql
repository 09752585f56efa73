-- When its author last said whether a page is still true, and how many readers have doubted it since.
alter table pages add column checked_at bigint;
alter table pages add column doubts bigint not null default 0;

-- Readers whom a member's answers helped.
alter table members add column thanks bigint not null default 0;

-- What a reader says of a page, once a day: whether it helped (and which answer), whether it is still true. Known by the day's mark only.
create table reader_votes (
    page uuid not null references pages (id),
    mark text not null,
    kind text not null,
    yes boolean not null,
    answer text,
    at bigint not null,
    primary key (page, mark, kind)
);
create index reader_votes_by_age on reader_votes (at);
create index reader_votes_by_mark on reader_votes (mark);

-- Answers to published pages, and other wordings of answers there (rewords), on their way past a moderator. Kept masked.
create table proposed_answers (
    id uuid primary key,
    public_id text not null unique,
    site uuid not null references sites (id),
    page uuid not null references pages (id),
    rewords text,
    member uuid references members (id),
    author_name text,
    body text not null,
    mark text not null,
    state text not null,
    risks text not null,
    at bigint not null,
    decided_at bigint
);
create index proposed_answers_open on proposed_answers (site, at, id) where state = 'review';
create index proposed_answers_by_page on proposed_answers (page);
create index proposed_answers_by_mark on proposed_answers (mark, at);
create index proposed_answers_decided on proposed_answers (decided_at) where decided_at is not null;

-- What was decided about a proposed answer, and so can be taken back.
alter table decisions add column proposed uuid;
