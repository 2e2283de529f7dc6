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
