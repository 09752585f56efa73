-- What a page is about, and when a reader could last see it change (not: when anything of its row did).
alter table pages add column product_id text;
alter table pages add column product_name text;
alter table pages add column product_url text;
alter table pages add column modified_at bigint not null default 0;
alter table pages add column outdated_at bigint;
alter table pages add column helped bigint not null default 0;
alter table pages add column not_helped bigint not null default 0;
update pages set modified_at = updated_at where published_at is not null;
update pages set
    product_id = (select t.product ->> 'id' from threads t where t.id = pages.thread),
    product_name = (select t.product ->> 'name' from threads t where t.id = pages.thread),
    product_url = (select t.product ->> 'url' from threads t where t.id = pages.thread);

-- Listings, newest first.
create index pages_public on pages (site, published_at, id) where state = 'published' and hidden_at is null;
create index pages_public_by_topic on pages (site, topic, published_at, id) where state = 'published' and hidden_at is null and topic is not null;
create index pages_public_by_product on pages (site, product_id, published_at, id) where state = 'published' and hidden_at is null and product_id is not null;

-- An answer has an address of its own, and its author need not be a member: readers answer too, and so did people elsewhere.
create table answers_anew (
    page uuid not null references pages (id),
    position bigint not null,
    id text not null unique,
    member uuid references members (id),
    author_name text,
    source_seqs text not null,
    body text not null,
    state text not null,
    votes bigint not null,
    answered_at bigint not null,
    primary key (page, position)
);
insert into answers_anew (page, position, id, member, source_seqs, body, state, votes, answered_at)
select a.page, a.position, p.public_id || a.position, a.member, a.source_seqs, a.body, a.state, a.votes, a.answered_at from answers a join pages p on p.id = a.page;
drop table answers;
alter table answers_anew rename to answers;
create index answers_by_member on answers (member, page) where member is not null;
