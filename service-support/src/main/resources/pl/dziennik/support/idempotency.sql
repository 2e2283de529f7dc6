create table idempotency_keys (
  issuer       text not null,
  subject      text not null,
  method       text not null,
  path         text not null,
  key          text not null,
  request_hash bytea not null,
  status       int,
  location     text,
  resource_id  text,
  created_at   timestamptz not null default clock_timestamp(),
  primary key (issuer, subject, method, path, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);
