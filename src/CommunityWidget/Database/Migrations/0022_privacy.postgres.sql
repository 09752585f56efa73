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
create function audit_is_not_rewritten() returns trigger language plpgsql as $$
begin
    if new.id is distinct from old.id or new.site is distinct from old.site or new.at is distinct from old.at or new.actor is distinct from old.actor
        or new.actor_kind is distinct from old.actor_kind or new.action is distinct from old.action or new.subject is distinct from old.subject
        or new.outcome is distinct from old.outcome or (new.was is not null and new.was is distinct from old.was)
        or (new.became is not null and new.became is distinct from old.became) or (old.undone_at is not null and new.undone_at is distinct from old.undone_at) then
        raise exception 'The audit is not rewritten.';
    end if;
    return new;
end $$;
create trigger audit_is_not_rewritten before update on audit for each row execute function audit_is_not_rewritten();
create function audit_is_kept() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from audit_purges p where p.site = old.site and p.before > old.at) then
        raise exception 'The audit is kept.';
    end if;
    return old;
end $$;
create trigger audit_is_kept before delete on audit for each row execute function audit_is_kept();
