-- Consumer accounts, and the registrations that lead to them. Passwords are in Keycloak and nowhere else.

create table registrations (
  id             uuid primary key,
  email          text not null check (length(email) between 3 and 254),
  age_bracket    text not null check (age_bracket in ('SIXTEEN_OR_OVER', 'THIRTEEN_TO_FIFTEEN', 'UNDER_THIRTEEN')),
  guardian_email text check (length(guardian_email) between 3 and 254),
  terms_version  text not null,
  language       text not null check (language in ('pl', 'en', 'uk')),
  subject        text not null,
  state          text not null check (state in ('PENDING', 'ACTIVATED', 'REPLACED', 'REFUSED', 'EXPIRED')),
  created_at     timestamptz not null,
  expires_at     timestamptz not null
);
create unique index registrations_pending on registrations (email) where state = 'PENDING';

create table accounts (
  id             uuid primary key,
  email          text not null unique,
  age_bracket    text not null,
  guardian_email text,
  terms_version  text not null,
  language       text not null,
  activated_at   timestamptz not null
);

-- Only a keyed hash of a link's token is kept.
create table link_tokens (
  hash            bytea primary key,
  purpose         text not null check (purpose in ('ACTIVATE', 'CONFIRM_CHILD', 'RESET_PASSWORD')),
  registration_id uuid references registrations on delete cascade,
  account_id      uuid references accounts on delete cascade,
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  used_at         timestamptz,
  check ((registration_id is null) <> (account_id is null))
);
create index link_tokens_by_registration on link_tokens (registration_id);

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

-- Each challenge is good for one answer.
create table solved_challenges (
  signature  text primary key,
  expires_at timestamptz not null
);

grant select, insert, update, delete on registrations, accounts, link_tokens, mails, solved_challenges to account_app;
