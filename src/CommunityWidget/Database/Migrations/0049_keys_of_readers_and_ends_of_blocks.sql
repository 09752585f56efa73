-- What whoever wrote an answer or a report without an account holds, to see it again and have it erased; as a hash. Reports and answers of members have none.
alter table proposed_answers add column key_hash text;
alter table reports add column key_hash text;

-- A block ends when it was decided to, also where its visitor is asked to pause for longer. Without one, as before, with the pause.
alter table visitors add column blocked_until bigint;
