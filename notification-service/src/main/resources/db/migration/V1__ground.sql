-- What every consumer service keeps: facts on their way out, messages handled, mails.

-- Facts on their way to Kafka.
create table outbox (
  id          bigint generated always as identity primary key,
  topic       text not null,
  message_key text not null,
  type        text not null,
  message_id  text not null,
  payload     bytea not null,
  traceparent text,
  created_at  timestamptz not null default clock_timestamp()
);
create table inbox (
  consumer    text not null,
  message_id  text not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (consumer, message_id)
);
-- A message that could not be handled parks its key: later ones of that key wait here in order.
create table parked_messages (
  id          bigint generated always as identity primary key,
  consumer    text not null,
  message_key text not null,
  type        text not null,
  message_id  text not null,
  payload     bytea not null,
  traceparent text,
  reason      text not null,
  parked_at   timestamptz not null default clock_timestamp()
);
create index parked_messages_by_key on parked_messages (consumer, message_key, id);
-- A mail waits here until the server has taken it; then its data are wiped.
create table mails (
  id         uuid primary key,
  recipient  text not null,
  template   text not null,
  language   text not null,
  data       text not null,
  created_at timestamptz not null,
  next_at    timestamptz not null,
  attempts   int not null default 0,
  sent_at    timestamptz
);
create index mails_waiting on mails (next_at) where sent_at is null;
create index mails_by_recipient on mails (recipient, created_at);

grant select, insert, update, delete on outbox, inbox, parked_messages, mails to notification_app;
