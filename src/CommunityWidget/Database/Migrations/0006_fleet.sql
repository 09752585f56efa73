-- Used tickets are swept by age; a node looks for the news of its thread before it takes more.
create index used_tickets_by_age on used_tickets (expires_at);
create index outbox_new_by_thread on outbox (thread, seq) where state = 'new';

-- What a readiness probe writes, to know that a question could be stored.
create table probes (
    name text primary key,
    at bigint not null
);
