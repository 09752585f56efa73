-- Browsers whose members signed out: a copy of their cookie opens nothing. Kept until such a cookie is too old anyway.
create table ended_sessions (
    id uuid primary key,
    ended_at bigint not null
);
create index ended_sessions_by_age on ended_sessions (ended_at);
