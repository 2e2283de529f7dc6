-- The way to a link: account states, the login at the school, what the consent page names, the evidence of consent.

-- What librus-account-service told of an account; without it nobody begins a link.
create table accounts (
  id             uuid primary key,
  version        bigint not null,
  deleted        boolean not null,
  email          text not null,
  language       text not null,
  age_bracket    text not null check (age_bracket in ('SIXTEEN_OR_OVER', 'THIRTEEN_TO_FIFTEEN', 'UNDER_THIRTEEN')),
  guardian_email text not null
);

alter table links
  add column platform    text not null default 'WEB' check (platform in ('WEB', 'APP')),
  add column expires_at  timestamptz,
  add column school_name text not null default '',
  add column login       text not null default '';
create unique index links_standing_once on links (account_id, school_id, synergia_account_id)
  where status in ('AWAITING_GUARDIAN', 'ACTIVE', 'SUSPENDED');
create index links_waiting on links (expires_at) where status in ('AWAITING_LOGIN', 'AWAITING_CONSENT', 'AWAITING_GUARDIAN');

-- A login at the school under way: state and verifier serve once, the row is deleted by the answer.
create table link_logins (
  link_id       uuid primary key references links on delete cascade,
  state         text not null,
  code_verifier text not null
);

-- Names of pupils for the consent page, gone with the decision.
create table link_offers (
  link_id uuid primary key references links on delete cascade,
  offer   text not null
);

-- Evidence (GDPR art. 7): who agreed to which exact text, for which school account, when, and when it ended. No name of
-- a pupil stands here: the ids are Synergia's.
create table consents (
  id                     uuid primary key,
  link_id                uuid not null references links,
  account_id             uuid not null,
  email                  text not null,
  school_id              uuid not null,
  school_name            text not null,
  login                  text not null,
  pupil_ids              uuid[] not null,
  text_id                text not null,
  text_version           text not null,
  language               text not null,
  sha256                 text not null,
  text                   text not null,
  ticket                 text not null,
  given_at               timestamptz not null,
  authorised_by          text not null default '',
  authorised_at          timestamptz,
  ended_at               timestamptz,
  end_reason             text not null default '',
  copy_erased_at         timestamptz,
  notifications_erased_at timestamptz
);
create index consents_by_link on consents (link_id);
create index consents_by_account on consents (account_id);

-- A guardian is asked by mail; only a keyed hash of the link's token is kept.
create table guardian_requests (
  hash       bytea primary key,
  link_id    uuid not null unique references links on delete cascade,
  email      text not null,
  expires_at timestamptz not null
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

grant select, insert, update, delete on accounts, link_logins, link_offers, consents, guardian_requests, inbox,
  parked_messages, idempotency_keys, mails to linking_app;
grant delete on links to linking_app;
