-- What a question with an id said in all, as the hash that is its mark where it has none: known again, too, when it comes without. Unknown for what came before.
alter table imported add column said text;
