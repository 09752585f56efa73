-- Words with these letters are kept as people type them from now on: whatever holds one is read anew.
insert into search_unread (thread, at)
select t.id, t.last_event_at from threads t
where t.erased_at is null
    and (t.id in (select e.thread from events e where e.kind in ('message', 'note') and (e.body like '%œ%' or e.body like '%Œ%' or e.body like '%æ%' or e.body like '%Æ%' or e.body like '%ß%'))
        or t.visitor in (select v.id from visitors v where v.name like '%œ%' or v.name like '%Œ%' or v.name like '%æ%' or v.name like '%Æ%' or v.name like '%ß%'))
on conflict (thread) do nothing;
