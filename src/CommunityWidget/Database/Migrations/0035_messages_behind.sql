-- Messages behind a delivery that waits have no row of their own before their turn: the first of them stands with it.
alter table deliveries add column follows bigint;
create index deliveries_followed on deliveries (webhook, thread) where follows is not null;

-- What stands behind another delivery of its thread is never due by itself.
drop index deliveries_due;
create index deliveries_due on deliveries (webhook, due_at) where state = 'new' and due_at < 9223372036854775807;
