-- Answers that come later. An address counts once its owner pressed the link sent to it.
alter table threads add column email_confirmed_at bigint;
-- What mails are on their way for, and what a mail server has taken. The index holds those in which an answer may still come, and nothing that changes with a message.
alter table threads add column mail_seq bigint not null default 0;
alter table threads add column mailed_seq bigint not null default 0;
alter table threads add column mail_watched boolean not null default false;
create index threads_to_mail on threads (id) where mail_watched;
create index threads_by_email on threads (email) where email is not null;

-- Links of mails: a hash of the secret behind their #, and the one thing it opens.
create table mail_links (
    id uuid primary key,
    thread uuid not null references threads (id),
    purpose text not null,
    secret_hash text not null unique,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);
create index mail_links_by_thread on mail_links (thread, purpose, created_at);
create index mail_links_by_age on mail_links (expires_at);

-- What a browser gets for such a link: a token that opens one thread of its visitor and nothing else.
create table visitor_passes (
    token_hash text primary key,
    visitor uuid not null references visitors (id),
    thread uuid not null references threads (id),
    created_at bigint not null,
    expires_at bigint not null
);
create index visitor_passes_by_age on visitor_passes (expires_at);

-- What was set aside after its tries, for whoever looks after it.
create index outbox_dead on outbox (created_at) where state = 'dead';
