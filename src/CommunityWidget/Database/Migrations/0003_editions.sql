create table pages (
    id uuid primary key,
    public_id text not null unique,
    thread uuid not null unique references threads (id),
    site uuid not null references sites (id),
    state text not null,
    title text not null,
    slug text not null,
    question text not null,
    language text not null,
    topic text,
    asked_at bigint not null,
    proposed_at bigint not null,
    published_at bigint,
    updated_at bigint not null
);
create index pages_by_site on pages (site, state, published_at);

create table answers (
    page uuid not null references pages (id),
    position bigint not null,
    member uuid not null references members (id),
    source_seqs text not null,
    body text not null,
    state text not null,
    votes bigint not null,
    answered_at bigint not null,
    primary key (page, position)
);

create table revisions (
    page uuid not null references pages (id),
    number bigint not null,
    member uuid not null,
    title text not null,
    question text not null,
    at bigint not null,
    primary key (page, number)
);
