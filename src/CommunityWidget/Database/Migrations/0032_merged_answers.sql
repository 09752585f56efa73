-- What was answered in a double stands on the page that stayed, until its visitor takes the consent back: from which draft it came.
alter table answers add column merged_from uuid;
create index answers_by_double on answers (merged_from) where merged_from is not null;
