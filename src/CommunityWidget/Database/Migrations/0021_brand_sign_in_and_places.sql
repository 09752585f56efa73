-- Members who sign in by the brand's own sign-in: known there by a name that never changes.
create index strikes_by_thread on strikes (thread) where thread is not null;

create table member_logins (
    site uuid not null references sites (id),
    issuer text not null,
    subject text not null,
    member uuid not null references members (id),
    linked_at bigint not null,
    primary key (site, issuer, subject),
    unique (member, issuer)
);

-- Who is blocked is not let in as somebody new from where they write either, known by the day's keyed hash.
alter table visitors add column blocked boolean not null default false;
create table blocked_places (
    site uuid not null references sites (id),
    place text not null,
    visitor uuid not null references visitors (id),
    until bigint not null,
    primary key (visitor, place)
);
create index blocked_places_by_age on blocked_places (until);
