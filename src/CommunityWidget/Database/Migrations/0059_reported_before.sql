-- A report made anew in its place counts as often as it was made that day, and as often as it was dismissed that month.
alter table reports add column made_before bigint not null default 0;
alter table reports add column dismissed_before bigint not null default 0;
