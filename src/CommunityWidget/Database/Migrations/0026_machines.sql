-- Where the shop shows its answer pages under its own name: https://shop.example/questions; empty while nowhere. Kept only once a request to it came back to us.
alter table sites add column answers_base text not null default '';

-- Answers worth finding: 0 while a page has none, or none accepted and all of them a word or two. Search engines are not sent there.
alter table pages add column thin bigint not null default 0;
update pages set thin = 1 where not exists (
    select 1 from answers a where a.page = pages.id and (a.state = 'accepted' or (a.state = 'suggested' and length(trim(a.body)) >= 80)));

-- What sitemaps list, in their order; and what feeds tell, newest change first.
create index pages_mapped on pages (site, id, modified_at) where state = 'published' and hidden_at is null and thin = 0;
create index pages_changed on pages (site, modified_at, id) where state = 'published' and hidden_at is null;

-- A file of a sitemap begins at a page and ends before the next file's: pages that come and go change one file only.
create table sitemap_files (
    site uuid not null references sites (id),
    number bigint not null,
    first uuid not null,
    primary key (site, number),
    unique (site, first)
);
