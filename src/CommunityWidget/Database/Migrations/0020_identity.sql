-- What a shop signs its customers' identities with. HS256: the secret, encrypted; ES256: the public key.
create table identity_keys (
    id uuid primary key,
    site uuid not null references sites (id),
    kid text not null,
    algorithm text not null,
    material text not null,
    created_at bigint not null,
    last_used_at bigint,
    revoked_at bigint,
    unique (site, kid)
);
alter table sites add column identity_required boolean not null default false;

-- Who a visitor is in the shop, as a hash by site; their devices have a token each.
alter table visitors add column subject text;
create unique index visitors_by_subject on visitors (site, subject) where subject is not null;
create table visitor_sessions (
    token_hash text primary key,
    visitor uuid not null references visitors (id),
    created_at bigint not null,
    expires_at bigint not null
);
create index visitor_sessions_by_age on visitor_sessions (expires_at);
create index visitor_sessions_of_visitor on visitor_sessions (visitor);

create table used_identities (
    site uuid not null references sites (id),
    jti text not null,
    expires_at bigint not null,
    primary key (site, jti)
);
create index used_identities_by_age on used_identities (expires_at);
