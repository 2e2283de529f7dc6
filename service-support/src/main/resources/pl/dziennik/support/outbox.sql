-- Copy into the service's first migration. Outside row-level security: holds no readable content of a school by itself.
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
