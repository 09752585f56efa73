-- Questions asked before volunteers were shown a masked page and product: worked off by a chore, then empty.
create table contexts_to_mask (
    thread uuid primary key
);
insert into contexts_to_mask (thread)
select id from threads where masked_context is null and erased_at is null and (page is not null or product is not null);
-- What was kept back and is still to be told to its author.
create index holds_kept_back on holds (decided_at) where decision = 'refused';
