alter table members add column erased_at bigint;
create index visitors_by_age on visitors (created_at);
create index participants_of_member on participants (member, thread);
create index events_for_members_by_author on events (author) where kind in ('note', 'suggestion');

drop index audit_by_site;
create index audit_by_site on audit (site, at, id);
create index audit_by_actor on audit (site, actor, at, id);
create index audit_by_subject on audit (site, subject, at, id) where subject is not null;

-- What was purged of the audit and when: without such a row nothing goes.
create table audit_purges (
    id uuid primary key,
    site uuid not null,
    before bigint not null,
    at bigint not null
);
create index audit_purges_by_site on audit_purges (site, before);

-- A change may be marked as taken back once; what it was may be erased, and never becomes anything else.
create trigger audit_is_not_rewritten before update on audit
when new.id is not old.id or new.site is not old.site or new.at is not old.at or new.actor is not old.actor or new.actor_kind is not old.actor_kind
    or new.action is not old.action or new.subject is not old.subject or new.outcome is not old.outcome
    or (new.was is not null and new.was is not old.was) or (new.became is not null and new.became is not old.became)
    or (old.undone_at is not null and new.undone_at is not old.undone_at)
begin
    select raise(abort, 'The audit is not rewritten.');
end;
create trigger audit_is_kept before delete on audit
when not exists (select 1 from audit_purges p where p.site = old.site and p.before > old.at)
begin
    select raise(abort, 'The audit is kept.');
end;
