-- When what stands in an event was taken away, put back or erased, and the newest such time of its thread: told again for a while, as a push may get lost.
alter table events add column rewritten_at bigint;
alter table threads add column rewritten_at bigint;
create index threads_rewritten on threads (rewritten_at) where rewritten_at is not null;
