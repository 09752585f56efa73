-- Files that were brought in, how far each has come, and what became of their rows.
create table imports (
    id uuid primary key,
    site uuid not null references sites (id),
    file text not null,
    content_hash text not null,
    place bigint not null,
    published bigint not null,
    to_review bigint not null,
    known bigint not null,
    rejected bigint not null,
    started_at bigint not null,
    stirred_at bigint not null,
    finished_at bigint
);
create index imports_by_site on imports (site, started_at, id);

-- What was brought in once is not brought in again, also when it was erased since: nothing but a hash of where it came from, or of what it said.
create table imported (
    site uuid not null references sites (id),
    mark text not null,
    import uuid not null,
    primary key (site, mark)
);
