-- Somebody who asks for their data writes their address as they like.
drop index threads_by_email;
create index threads_by_email on threads (site, lower(email)) where email is not null;
-- Where a visitor was last seen, as the day's keyed hash: a block that comes when they have gone shuts it. Dropped with the day's key.
alter table visitors add column place text;
alter table visitors add column place_day bigint;
create index visitors_by_place_day on visitors (place_day) where place_day is not null;
