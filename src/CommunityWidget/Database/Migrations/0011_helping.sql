-- Members asked into a conversation by name or by topic, and who thought of what was said.
create table help_calls (
    id uuid primary key,
    thread uuid not null references threads (id),
    site uuid not null,
    asker uuid not null references members (id),
    member uuid not null references members (id),
    topic text,
    state text not null,
    asked_at bigint not null,
    deadline bigint not null,
    ended_at bigint
);
create index help_calls_open_by_member on help_calls (member) where state = 'open';
create index help_calls_open_by_deadline on help_calls (deadline) where state = 'open';
create index help_calls_by_thread on help_calls (thread);

alter table events add column suggested_by uuid;
