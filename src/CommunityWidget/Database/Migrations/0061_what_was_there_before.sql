-- The names a visitor had before the one they have: whoever helped them may have called them so, and no page does.
create table visitor_names (
    visitor uuid not null references visitors (id),
    name text not null,
    until bigint not null,
    primary key (visitor, name)
);

-- In which wording a page stood when it was decided about; of decisions before, nobody knows.
alter table decisions add column revision bigint;

-- The highest number a charter had: none is given again, also where it was taken back.
alter table sites add column charter_given bigint not null default 0;
update sites set charter_given = charter_version;
