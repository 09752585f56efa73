-- Used tickets are swept by age; a node looks for the news of its thread before it takes more.
create index used_tickets_by_age on used_tickets (expires_at);
create index outbox_new_by_thread on outbox (thread, seq) where state = 'new';
