-- An account that is deleted keeps its id and its last version, so that the fact of it stays final; nothing of the person.
alter table accounts add column version bigint not null default 1;
alter table accounts add column entitlements_version bigint not null default 0;
alter table accounts add column state text not null default 'ENABLED' check (state in ('ENABLED', 'DELETING', 'DELETED'));
alter table accounts alter column email drop not null;
alter table accounts add constraint accounts_deleted_are_empty
  check (case when state = 'ENABLED' then email is not null else email is null and guardian_email is null end);
create index accounts_deleting on accounts (id) where state = 'DELETING';

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

-- pupil_id is there while some account of ours has a live link to the pupil; the keyed hash stays.
create table entitlements (
  id         uuid primary key,
  account_id uuid not null references accounts,
  product    text not null check (product in ('MOBILE_ADDONS')),
  pupil_id   uuid,
  pupil_hash bytea not null,
  valid_from timestamptz not null,
  until      timestamptz not null check (until > valid_from),
  source     text not null check (source in ('TRIAL', 'ORDER', 'OPERATOR'))
);
create index entitlements_by_account on entitlements (account_id, valid_from);
create index entitlements_by_hash on entitlements (pupil_hash);
create unique index entitlements_one_trial_an_account on entitlements (account_id) where source = 'TRIAL';

-- One trial a pupil, also when the account that took it is gone: so a table of its own, without the account.
create table used_trials (
  pupil_hash bytea primary key,
  used_at    timestamptz not null
);

-- What linking-sync says of links; ENDED is final and keeps neither the account nor the pupils.
create table links (
  link_id    uuid primary key,
  account_id uuid,
  version    bigint not null,
  status     text not null check (status in ('LIVE', 'ENDED')),
  check ((status = 'LIVE') = (account_id is not null))
);
create index links_by_account on links (account_id);
create table link_pupils (
  link_id  uuid not null references links,
  pupil_id uuid not null,
  primary key (link_id, pupil_id)
);
create index link_pupils_by_pupil on link_pupils (pupil_id);

grant select, insert, update, delete
  on outbox, inbox, parked_messages, idempotency_keys, entitlements, used_trials, links, link_pupils to account_app;
