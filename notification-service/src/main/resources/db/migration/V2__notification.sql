-- Idempotency keys of POSTs that create.
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

-- Registers, kept from facts. Version 0 and no address: the account has been met before its own fact came.
-- DELETED is final: the row stays, with nothing in it but the id, so that nothing comes back.
create table accounts (
  id       uuid primary key,
  version  bigint not null,
  status   text not null check (status in ('ENABLED', 'DELETED')),
  email    text not null,
  language text not null
);
create table entitlement_lists (
  account_id uuid primary key,
  version    bigint not null
);
-- Looked up by pupil: an add-on covers its pupil for every account. The pupil is a keyed hash here, since add-ons
-- outlive links and a pupil's id may not.
create table entitlements (
  account_id  uuid not null references entitlement_lists (account_id) on delete cascade,
  id          uuid not null,
  product     text not null,
  source      text not null,
  pupil_hash  bytea not null,
  valid_from  timestamptz not null,
  valid_until timestamptz not null,
  primary key (account_id, id)
);
create index entitlements_by_pupil on entitlements (pupil_hash, valid_until);

-- LIVE < ENDED. An ended link keeps its ids only.
create table links (
  id         uuid primary key,
  account_id uuid not null,
  version    bigint not null,
  status     text not null check (status in ('LIVE', 'ENDED'))
);
create index links_by_account on links (account_id);
-- Rows exist for LIVE links of accounts that are not deleted, and for nothing else. Whatever is held about a pupil
-- hangs on its row here and goes with it.
create table link_pupils (
  link_id    uuid not null references links (id),
  pupil_id   uuid not null,
  first_name text not null,
  pupil_hash bytea not null,
  primary key (link_id, pupil_id)
);

-- The inbox of an account. fact_id is what makes a repeated fact a repeat, for as long as the row is kept;
-- a fact older than that is not taken any more.
create table notifications (
  id         uuid primary key,
  fact_id    text not null unique,
  account_id uuid not null,
  link_id    uuid not null,
  pupil_id   uuid not null,
  category   text not null,
  since      timestamptz not null,
  created_at timestamptz not null,
  read_at    timestamptz,
  foreign key (link_id, pupil_id) references link_pupils (link_id, pupil_id) on delete cascade
);
create index notifications_of_account on notifications (account_id, id desc);
create index notifications_by_pupil on notifications (link_id, pupil_id);
create index notifications_by_age on notifications (since);

create table devices (
  id         uuid primary key,
  account_id uuid not null references accounts (id),
  kind       text not null check (kind in ('WEB_PUSH')),
  endpoint   text not null unique,
  p256dh     bytea not null,
  auth       bytea not null,
  name       text not null,
  created_at timestamptz not null
);
create index devices_by_account on devices (account_id);

create table preferences (
  account_id    uuid primary key references accounts (id),
  version       bigint not null,
  email_enabled boolean not null,
  push_enabled  boolean not null,
  muted         text[] not null,
  quiet_enabled boolean not null,
  quiet_from    time not null,
  quiet_to      time not null
);

-- One row for each notification and channel or device. A run that takes a row moves next_at to the end of its lease:
-- if it dies, the row is due again. attempts tells the runs apart.
create table deliveries (
  id              bigint generated always as identity primary key,
  notification_id uuid not null references notifications (id) on delete cascade,
  channel         text not null check (channel in ('EMAIL', 'WEB_PUSH')),
  device_id       uuid references devices (id) on delete cascade,
  state           text not null default 'PENDING'
    check (state in ('PENDING', 'SENT', 'CANCELLED', 'FAILED')),
  attempts        int not null default 0,
  next_at         timestamptz not null,
  expires_at      timestamptz not null,
  unique nulls not distinct (notification_id, channel, device_id)
);
create index deliveries_due on deliveries (channel, next_at) where state = 'PENDING';
create index deliveries_by_device on deliveries (device_id);

grant select, insert, update, delete on
  idempotency_keys, accounts, entitlement_lists, entitlements, links, link_pupils, notifications, devices,
  preferences, deliveries
  to notification_app;
