-- Which key said who a device is: once it is revoked, the device is known no longer.
alter table visitor_sessions add column key uuid;
create index visitor_sessions_of_key on visitor_sessions (key);

-- When whoever nobody has named gave up their token, or was erased: what was opened with it before ends, and nothing more is.
alter table visitors add column left_at bigint;
create index visitors_left on visitors (left_at) where left_at is not null;
