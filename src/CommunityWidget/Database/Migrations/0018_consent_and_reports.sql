-- What visitors said to publication, each time: to which sentence, in which language, by which way. What holds now stands with the thread.
create table consents (
    id uuid primary key,
    thread uuid not null references threads (id),
    version text not null,
    language text not null,
    given boolean not null,
    way text not null,
    at bigint not null
);
create index consents_by_thread on consents (thread, at);

-- Somebody finds that a message (seq) or a page (seq 0) should not stand. A reader of pages is known by the day's keyed hash only.
create table reports (
    id uuid primary key,
    public_id text not null unique,
    site uuid not null references sites (id),
    thread uuid not null references threads (id),
    seq bigint not null,
    reporter_kind text not null,
    reporter text not null,
    trusted boolean not null,
    reason text not null,
    words text,
    state text not null,
    at bigint not null,
    decided_at bigint,
    unique (thread, seq, reporter)
);
create index reports_open on reports (site, at, id) where state = 'open';
create index reports_by_reporter on reports (reporter, at);

-- What turns an address into a mark for one day. Without the key, which is gone two days later, nothing leads back.
create table daily_keys (
    day bigint primary key,
    key text not null
);

alter table sites add column report_hide_after bigint not null default 3;
