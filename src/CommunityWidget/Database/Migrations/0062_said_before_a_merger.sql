-- What was said of the answer that stood first before a merger put another one there: taken back, it is said again.
alter table decisions add column was_first text;
alter table decisions add column was_checked_at bigint;
alter table decisions add column was_doubts bigint;
alter table decisions add column was_outdated_at bigint;
