-- Why a row of the outbox could not be handed over the last time, as a word or a number.
alter table outbox add column reason text;
