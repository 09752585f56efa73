create table sites (
    id uuid primary key,
    key text not null unique,
    slug text not null unique,
    name text not null,
    origins text not null,
    languages text not null,
    topics text not null,
    hours text not null,
    ladder text not null,
    accent text not null,
    query_allow text not null,
    created_at bigint not null
);

create table visitors (
    id uuid primary key,
    site uuid not null references sites (id),
    token_hash text not null unique,
    name text,
    created_at bigint not null
);

create table members (
    id uuid primary key,
    site uuid not null references sites (id),
    email text not null,
    name text not null,
    password text,
    roles text not null,
    languages text not null,
    customer_since bigint,
    seats bigint not null,
    busy bigint not null,
    offered bigint not null,
    intent text not null,
    paused boolean not null,
    missed bigint not null,
    last_offered_at bigint not null,
    suspended_until bigint,
    sign_in_stamp text not null,
    created_at bigint not null,
    unique (site, email)
);

create table member_topics (
    member uuid not null references members (id),
    topic text not null,
    rated_count bigint not null,
    rated_sum bigint not null,
    primary key (member, topic)
);

create table invitations (
    id uuid primary key,
    site uuid not null references sites (id),
    secret_hash text not null unique,
    email text not null,
    name text not null,
    roles text not null,
    languages text not null,
    invited_by uuid,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);

create table sign_in_tries (
    who text primary key,
    wrong bigint not null,
    locked_until bigint not null,
    last_at bigint not null
);
create index sign_in_tries_by_age on sign_in_tries (last_at);

create table protection_keys (
    id text primary key,
    xml text not null,
    created_at bigint not null
);

create table used_tickets (
    id text primary key,
    expires_at bigint not null
);

create table audit (
    id uuid primary key,
    site uuid not null,
    at bigint not null,
    actor uuid,
    actor_kind text not null,
    action text not null,
    subject text,
    outcome text not null
);
create index audit_by_site on audit (site, at);
