-- Which pages were found to repeat a page: where the words of each stand is asked whenever something of it is reported, decided or erased.
create index pages_by_survivor on pages (merged_into) where merged_into is not null;

-- A question stands before its answers, also those that an older double brought: for pages merged before that was so.
update pages set asked_at = coalesce((select case when min(a.answered_at) < t.asked_at then min(a.answered_at) else t.asked_at end
    from threads t left join answers a on a.page = pages.id where t.id = pages.thread group by t.id, t.asked_at), asked_at)
where id in (select page from answers where merged_from is not null);
