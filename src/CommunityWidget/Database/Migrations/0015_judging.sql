-- What a judge held back, until somebody has decided. The event keeps its place; what becomes of it is an event of its own.
alter table events add column of_hold bigint;

create table holds (
    thread uuid not null references threads (id),
    seq bigint not null,
    site uuid not null references sites (id),
    reasons text not null,
    held_at bigint not null,
    decision text,
    decided_by uuid references members (id),
    decided_at bigint,
    primary key (thread, seq)
);
create index holds_open on holds (site, held_at, thread, seq) where decision is null;
