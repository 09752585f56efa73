-- Who helped in a question, also without a word to its visitor: came into the talk, or had the idea of what another sent.
alter table member_tallies add column helped boolean not null default false;
insert into member_tallies (thread, member, site, asked_at, language, topic, acted_as, took, messages, stars, helped)
select q.thread, h.member, q.site, q.asked_at, q.language, q.topic,
    case when ' ' || m.roles || ' ' like '% agent %' or ' ' || m.roles || ' ' like '% moderator %' or ' ' || m.roles || ' ' like '% admin %' then 'agent' else 'super_user' end,
    false, 0, q.stars, true
from (select thread, member from participants where role = 'helper' union select thread, suggested_by from events where suggested_by is not null) h
    join question_tallies q on q.thread = h.thread join members m on m.id = h.member
where true
on conflict (thread, member) do update set helped = true;
update tally_days set packed = null, version = version + 1;
