-- What no moderator let through was nobody's to answer; what one let through could be taken from then on, and was not parked before.
alter table question_tallies add column held_ms bigint not null default 0;

-- Days first, as whoever counts takes them.
update tally_days set packed = null, version = version + 1
where exists (
    select 1 from question_tallies q join holds h on h.thread = q.thread and h.seq = 1
    where q.site = tally_days.site and q.asked_at >= tally_days.day * 86400000 and q.asked_at < (tally_days.day + 1) * 86400000);

update question_tallies set outcome = 'kept_back'
where outcome = 'unanswered' and thread in (select h.thread from holds h join threads t on t.id = h.thread where h.seq = 1 and coalesce(h.decision, '') <> 'passed' and t.state = 'closed');

update question_tallies set held_ms = h.decided_at - asked_at, taken_ms = taken_ms - (h.decided_at - asked_at), answered_ms = answered_ms - (h.decided_at - asked_at)
from holds h
where h.thread = question_tallies.thread and h.seq = 1 and h.decision = 'passed' and h.decided_at > question_tallies.asked_at;

update member_tallies set taken_ms = taken_ms - (h.decided_at - asked_at)
from holds h
where h.thread = member_tallies.thread and h.seq = 1 and h.decision = 'passed' and h.decided_at > member_tallies.asked_at;

update question_tallies set outcome = coalesce((
        select case m.acted_as when 'agent' then 'team' else 'super_users' end
        from events a join member_tallies m on m.thread = a.thread and m.member = a.author
        where a.thread = question_tallies.thread and a.kind = 'message' and a.audience = 'all' and a.author_kind = 'member'
        order by a.seq limit 1), outcome)
where outcome = 'later' and thread in (select thread from holds where seq = 1 and decision = 'passed')
    and not exists (
        select 1 from events p
        where p.thread = question_tallies.thread and p.seq > 2 and p.kind = 'status' and p.status like '%"state":"parked"%'
            and p.seq < (select min(a.seq) from events a where a.thread = p.thread and a.kind = 'message' and a.audience = 'all' and a.author_kind = 'member'));
