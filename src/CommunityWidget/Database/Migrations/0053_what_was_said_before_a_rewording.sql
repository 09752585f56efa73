-- What was said of a page before its accepted answer was worded anew, so that taking the new words back puts it there again.
alter table proposed_answers add column was_reworded_at bigint;
alter table proposed_answers add column was_checked_at bigint;
alter table proposed_answers add column was_outdated_at bigint;
alter table proposed_answers add column was_doubts bigint;
