-- Keys with which a site's own programs read and answer, each as one member.
create table api_keys (
    id uuid primary key,
    site uuid not null references sites (id),
    member uuid not null references members (id),
    name text not null,
    prefix text not null,
    key_hash text not null unique,
    scopes text not null,
    created_at bigint not null,
    last_used_at bigint,
    revoked_at bigint
);
create index api_keys_by_site on api_keys (site) where revoked_at is null;

-- Lists of threads whatever their state, newest first.
create index threads_by_age on threads (site, asked_at, public_id);
