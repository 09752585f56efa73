-- Threads to be read for their words though nothing happens in them: what was had elsewhere and is brought in, by when it was had.
create table search_unread (
    thread uuid primary key references threads (id),
    at bigint not null
);
create index search_unread_by_time on search_unread (at, thread);

-- Those brought in before, and those of which a message was set aside whose words are still kept.
insert into search_unread (thread, at)
select t.id, t.last_event_at from threads t
where t.erased_at is null
and (t.retention = 'imported' or t.id in (select d.thread from decisions d where d.kind = 'upheld' and d.seq > 0 and d.undone_at is null));
