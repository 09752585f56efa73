-- An index on what changes with every message has every index of the thread written anew. When something happened its events know;
-- and there is room on each page for a thread's next version.
drop index threads_by_last_event;
create index events_by_time on events (at, thread);
alter table threads set (fillfactor = 70);
