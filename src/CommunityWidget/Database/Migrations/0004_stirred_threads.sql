-- The heartbeat asks every few seconds where something happened lately.
create index threads_by_last_event on threads (last_event_at);
