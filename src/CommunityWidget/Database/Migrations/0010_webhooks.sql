-- A site's own programs hear what happens: where they listen, and what is on its way to each.
create table webhooks (
    id uuid primary key,
    site uuid not null references sites (id),
    address text not null,
    events text not null,
    with_text boolean not null,
    secret text not null,
    old_secret text,
    old_secret_until bigint,
    paused_at bigint,
    deleted_at bigint,
    created_at bigint not null
);
create index webhooks_by_site on webhooks (site) where deleted_at is null;

-- What is told is read from the thread when it is sent: here stands only what it is about.
create table deliveries (
    webhook uuid not null references webhooks (id),
    event text not null,
    thread uuid not null,
    seq bigint not null,
    kind text not null,
    state text not null,
    attempts bigint not null,
    tries bigint not null,
    due_at bigint not null,
    created_at bigint not null,
    primary key (webhook, event)
);
create index deliveries_due on deliveries (webhook, due_at) where state = 'new';
create index deliveries_in_order on deliveries (webhook, thread, seq) where state = 'new';
create index deliveries_log on deliveries (webhook, created_at, event);
create index deliveries_by_age on deliveries (created_at);

create table delivery_tries (
    webhook uuid not null,
    event text not null,
    number bigint not null,
    at bigint not null,
    status bigint,
    took_ms bigint not null,
    answer text,
    trouble text,
    primary key (webhook, event, number)
);
