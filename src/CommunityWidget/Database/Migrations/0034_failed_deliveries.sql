-- What could not be delivered is counted, listed and sent again without a look at all that was.
create index deliveries_failed on deliveries (webhook, created_at, event) where state = 'dead';
