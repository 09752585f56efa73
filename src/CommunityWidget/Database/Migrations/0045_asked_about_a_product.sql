-- What was asked about which product, as a hash, where a question came in without an id: with one more answer it is no new question. Unknown for what came before.
alter table imported add column about text;
create index imported_about on imported (site, about) where about is not null;
