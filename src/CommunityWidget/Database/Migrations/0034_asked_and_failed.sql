-- How often an address was asked today whether it is somebody's, by the day's keyed hash of it only: it stays when its question is erased or is left another address.
create table confirmations (
    id uuid primary key,
    mark text not null,
    at bigint not null
);
create index confirmations_by_mark on confirmations (mark);
create index confirmations_by_age on confirmations (at);

-- What could not be delivered is counted, listed and sent again without a look at all that was.
create index deliveries_failed on deliveries (webhook, created_at, event) where state = 'dead';
