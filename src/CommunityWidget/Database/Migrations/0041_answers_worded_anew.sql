-- When an answer was last worded anew, for whoever reads of it in a feed; nothing for those that are as they were given.
alter table answers add column reworded_at bigint;
