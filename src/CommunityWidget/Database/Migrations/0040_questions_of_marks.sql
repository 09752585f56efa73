-- Which question came in under a mark, as a hash of its words: another one under the same id is no repetition. Unknown for what came before.
alter table imported add column question text;
