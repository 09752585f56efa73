-- What moderators make of a draft: whose desk it is on, what it was merged into, what made it doubtful.
alter table pages add column merged_into uuid;
alter table pages add column assigned_to uuid;
alter table pages add column sent_to uuid;
alter table pages add column sent_by uuid;
alter table pages add column sent_note text;
alter table pages add column revision bigint not null default 0;
alter table pages add column risks text not null default '';
alter table pages add column hidden_at bigint;
create index pages_to_review on pages (site, proposed_at, id) where state = 'review';
create index pages_sent_to on pages (sent_to) where sent_to is not null;

-- Each saved wording; the first is the draft as it was proposed, by nobody.
alter table revisions add column answers text not null default '[]';

-- The words a public page is about, to find its like.
create table page_words (
    site uuid not null references sites (id),
    word text not null,
    page uuid not null references pages (id),
    primary key (site, word, page)
);
create index page_words_by_page on page_words (page);

-- What moderators decided, so that it can be read and taken back. What was decided together is taken back together.
create table decisions (
    id uuid primary key,
    together uuid not null,
    site uuid not null,
    page uuid,
    thread uuid not null,
    seq bigint not null default 0,
    kind text not null,
    reason text,
    note text,
    member uuid,
    at bigint not null,
    undone_at bigint
);
create index decisions_by_site on decisions (site, at, id);
create index decisions_together on decisions (together);
create index decisions_by_page on decisions (page, at);

alter table sites add column review_policy text not null default 'all';
