create table threads (
    id uuid primary key,
    public_id text not null unique,
    site uuid not null references sites (id),
    visitor uuid not null references visitors (id),
    state text not null,
    outcome text,
    rung bigint not null,
    rung_entered_at bigint not null,
    wave bigint not null,
    fence bigint not null,
    last_seq bigint not null,
    language text not null,
    topic text,
    page text,
    product text,
    responder uuid references members (id),
    wanted_member uuid references members (id),
    snoozed_until bigint,
    publication text not null,
    merged_into uuid,
    consent_version text,
    consent_at bigint,
    retention text not null,
    erased_at bigint,
    asked_at bigint not null,
    last_event_at bigint not null,
    visitor_seen bigint not null,
    responder_seen bigint not null,
    stars bigint,
    email text
);
create unique index threads_one_open_per_visitor on threads (site, visitor) where state in ('waiting', 'live');
create index threads_by_visitor on threads (visitor, asked_at);
create index threads_open on threads (site, state, asked_at) where state <> 'closed';
create index threads_by_responder on threads (responder) where state = 'live';

create table events (
    thread uuid not null references threads (id),
    seq bigint not null,
    kind text not null,
    audience text not null,
    author_kind text not null,
    author uuid,
    client_key text,
    body text,
    masked_body text,
    verdict text,
    status text,
    at bigint not null,
    primary key (thread, seq)
);

create table participants (
    thread uuid not null references threads (id),
    member uuid not null references members (id),
    role text not null,
    joined_at bigint not null,
    fence bigint not null,
    left_at bigint,
    left_reason text,
    primary key (thread, member, fence)
);
create index participants_by_member on participants (member) where left_at is null;

create table offers (
    id uuid primary key,
    thread uuid not null references threads (id),
    site uuid not null,
    member uuid not null references members (id),
    fence bigint not null,
    wave bigint not null,
    rung bigint not null,
    state text not null,
    offered_at bigint not null,
    deadline bigint not null,
    shown_at bigint,
    ended_at bigint
);
create index offers_by_thread on offers (thread);
create index offers_open_by_member on offers (member) where state = 'open';
create index offers_open_by_deadline on offers (deadline) where state = 'open';

create table idempotency (
    site uuid not null,
    actor uuid not null,
    key text not null,
    body_hash text not null,
    thread uuid not null,
    seq bigint not null,
    at bigint not null,
    primary key (site, actor, key)
);

create table outbox (
    id uuid primary key,
    thread uuid not null,
    seq bigint not null,
    kind text not null,
    state text not null,
    attempts bigint not null,
    due_at bigint not null,
    created_at bigint not null
);
create index outbox_due on outbox (due_at) where state = 'new';

create table explanations (
    id uuid primary key,
    thread uuid not null references threads (id),
    at bigint not null,
    step text not null
);
create index explanations_by_thread on explanations (thread, at);
