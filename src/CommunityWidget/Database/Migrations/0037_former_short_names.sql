-- A short name that a site had before: its public addresses lead to the present one, and no other site takes it.
create table site_slugs (
    slug text primary key,
    site uuid not null references sites (id)
);
