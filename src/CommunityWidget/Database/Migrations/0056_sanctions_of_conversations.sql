-- The conversation a sanction came of: what it quotes goes when that is erased. Null: of none, or of one whose time was up.
alter table sanctions add column thread uuid;
create index sanctions_of_thread on sanctions (thread) where thread is not null;
update sanctions set thread = (
    select s.thread from strikes s where s.member = sanctions.member and s.settled_at = sanctions.issued_at and s.thread is not null order by s.at desc limit 1);
