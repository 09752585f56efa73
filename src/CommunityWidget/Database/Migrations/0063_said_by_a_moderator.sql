-- Which moderator last said on a page that it may be true no longer: it was read from the audit, which is kept for some days only, and so lasted no longer than that.
alter table pages add column said_outdated_at bigint;
alter table pages add column said_outdated_by uuid;
update pages set said_outdated_at = said.at, said_outdated_by = said.actor
from (
    select t.id as thread, a.at, a.actor, row_number() over (partition by t.id order by a.at desc, a.id desc) as place
    from pages p join threads t on t.id = p.thread join audit a on a.site = t.site and a.subject = t.public_id
    where p.outdated_at is not null and a.action = 'page.outdated' and a.at >= p.outdated_at and a.actor is not null
) as said
where said.thread = pages.thread and said.place = 1;
