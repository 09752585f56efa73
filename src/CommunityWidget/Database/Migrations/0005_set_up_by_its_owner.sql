-- What an owner sets up in /admin, and what is remembered of each change.
alter table sites add column retention text not null default '{}';

alter table invitations add column topics text not null default '';
alter table invitations add column withdrawn_at bigint;

-- A change names what it was and what it became, so that it can be read and taken back.
alter table audit add column was text;
alter table audit add column became text;
alter table audit add column undone_at bigint;
create index audit_changes on audit (site, at) where outcome = 'changed';

-- The shop's pages that asked for the widget: an origin and a minute, nothing of who looked at them.
create table sightings (
    site uuid not null references sites (id),
    origin text not null,
    at bigint not null,
    primary key (site, origin)
);

create table password_links (
    id uuid primary key,
    member uuid not null references members (id),
    secret_hash text not null unique,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);

-- Who stops answering a topic keeps what their answers to it were worth.
alter table member_topics add column active boolean not null default true;
