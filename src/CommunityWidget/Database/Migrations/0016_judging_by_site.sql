-- A site's own words and thresholds, as JSON.
alter table sites add column judging text not null default '{}';
