-- A parked question may be given to a member (wanted_member): until when it stays theirs.
alter table threads add column assigned_until bigint;
create index threads_given on threads (wanted_member, asked_at) where state = 'parked' and outcome is null and wanted_member is not null;
