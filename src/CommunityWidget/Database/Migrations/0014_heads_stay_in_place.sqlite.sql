-- When something happened its events know: no index of the thread changes with every message.
drop index threads_by_last_event;
create index events_by_time on events (at, thread);
