-- Up to which event a consent reaches: what is said later was not agreed to. Null: by its time, as it was given before this was kept.
alter table consents add column seq bigint;

-- The author of a held message pressed Continue: let through, it brings an ended conversation back. Others do not.
alter table holds add column continues boolean not null default false;
