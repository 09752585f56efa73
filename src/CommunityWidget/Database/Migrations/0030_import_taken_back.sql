-- Which thread came of what was brought in, so that an import can be taken back; unknown for what came before.
alter table imported add column thread uuid;
create index imported_by_import on imported (import, thread) where thread is not null;
create index imported_by_thread on imported (thread) where thread is not null;
alter table imports add column taken_back_at bigint;
