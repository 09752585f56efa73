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
