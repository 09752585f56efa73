-- The page and product of a question as volunteers see them; null where that is all of it.
alter table threads add column masked_context text;
