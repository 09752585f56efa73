-- What the agents' inbox keeps: how fresh its list is, tags, replies to paste, and the words of threads to search them by.
alter table sites add column answer_minutes bigint not null default 15;

create table inbox_versions (
    site uuid primary key,
    version bigint not null
);

create table tags (
    site uuid not null,
    tag text not null,
    uses bigint not null,
    primary key (site, tag)
);

create table thread_tags (
    thread uuid not null references threads (id),
    tag text not null,
    site uuid not null,
    member uuid not null,
    at bigint not null,
    primary key (thread, tag)
);
create index thread_tags_by_tag on thread_tags (site, tag, thread);

create table canned_replies (
    id uuid primary key,
    site uuid not null references sites (id),
    title text not null,
    body text not null,
    version bigint not null,
    changed_by uuid not null,
    changed_at bigint not null,
    removed_at bigint
);
create index canned_replies_by_site on canned_replies (site, title) where removed_at is null;

create index threads_snoozed on threads (snoozed_until) where snoozed_until is not null;
create index threads_answered on threads (responder, asked_at) where state = 'parked' and outcome = 'answered';
-- What is closed is listed by when: the time of the newest event changes with every message, and no index may hold it.
alter table threads add column closed_at bigint;
update threads set closed_at = last_event_at where state = 'closed';
create index threads_closed on threads (site, closed_at) where state = 'closed';
create index threads_closed_by_topic on threads (site, topic, closed_at) where state = 'closed';

-- Up to where threads were read for their words: by the time of their newest event.
create table search_progress (
    name text primary key,
    at bigint not null,
    thread uuid not null
);
-- Numbers grow with every reading, so that what happened last is found first.
create table thread_docs (
    id integer primary key autoincrement,
    thread uuid not null unique references threads (id),
    site uuid not null,
    seq bigint not null
);
create virtual table thread_words using fts5 (words, site, tokenize = "unicode61 remove_diacritics 0", prefix = '3');
-- What is erased is gone from the index too.
insert into thread_words (thread_words, rank) values ('secure-delete', 1);
