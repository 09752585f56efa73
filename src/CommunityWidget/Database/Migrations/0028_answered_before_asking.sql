-- Questions that a page answered before they were asked. Nothing of what was typed; the reader is known by the day's keyed hash only. It refers to nothing and outlives the page.
create table deflections (
    page uuid not null,
    reader text not null,
    site uuid not null references sites (id),
    member uuid,
    language text not null,
    topic text,
    at bigint not null,
    primary key (page, reader)
);
create index deflections_by_age on deflections (at);
create index deflections_by_site on deflections (site, at);
create index deflections_of_member on deflections (member, at) where member is not null;
