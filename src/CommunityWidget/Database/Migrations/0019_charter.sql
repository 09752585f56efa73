-- A site's rules: one row for each language and version. Which version holds, and from which on members must agree, stands with the site.
create table charters (
    id uuid primary key,
    site uuid not null references sites (id),
    language text not null,
    version bigint not null,
    body text not null,
    made_at bigint not null,
    unique (site, language, version)
);
alter table sites add column charter_version bigint not null default 0;
alter table sites add column charter_asked bigint not null default 0;

create table charter_acceptances (
    member uuid not null references members (id),
    version bigint not null,
    language text not null,
    accepted_at bigint not null,
    primary key (member, version)
);
alter table members add column charter_accepted bigint not null default 0;

-- What moderators said and did to a member; ends_at null: until it is lifted.
create table sanctions (
    id uuid primary key,
    site uuid not null references sites (id),
    member uuid not null references members (id),
    kind text not null,
    reason text not null,
    issued_by uuid not null,
    issued_at bigint not null,
    ends_at bigint,
    lifted_at bigint,
    lifted_by uuid,
    appeal text,
    appealed_at bigint,
    answer text,
    answered_by uuid,
    answered_at bigint
);
create index sanctions_of_member on sanctions (member, issued_at);
create index sanctions_appealed on sanctions (site, appealed_at) where appealed_at is not null and answered_at is null;
create index sanctions_lasting on sanctions (site, issued_at) where lifted_at is null;
alter table members add column probation_until bigint;
alter table members add column has_word boolean not null default false;

-- What may add up to a proposal; settled once a human decided.
create table strikes (
    id uuid primary key,
    site uuid not null references sites (id),
    member uuid not null references members (id),
    kind text not null,
    thread uuid,
    at bigint not null,
    settled_at bigint
);
create index strikes_open on strikes (site, at) where settled_at is null;
create index strikes_of_member on strikes (member, at);
create index strikes_settled on strikes (settled_at) where settled_at is not null;
alter table sites add column strike_days bigint not null default 30;
alter table sites add column strikes_to_propose bigint not null default 3;

-- A visitor who was asked to pause may not write until then.
alter table visitors add column silenced_until bigint;
create index visitors_silenced on visitors (silenced_until) where silenced_until is not null;
