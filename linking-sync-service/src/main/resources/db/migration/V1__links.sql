-- Links of consumer accounts to school accounts, and what travels because of them.

create table links (
  id                  uuid primary key,
  account_id          uuid not null,
  status              text not null check (status in ('AWAITING_LOGIN', 'AWAITING_CONSENT', 'AWAITING_GUARDIAN',
                        'ACTIVE', 'SUSPENDED', 'REVOKED', 'EXPIRED', 'CANCELLED')),
  school_id           uuid,
  synergia_account_id uuid,
  ticket              text not null default '',
  ticket_issued_at    timestamptz,
  version             bigint not null default 1,
  created_at          timestamptz not null,
  activated_at        timestamptz,
  ended_at            timestamptz,
  end_reason          text,
  check (status not in ('ACTIVE', 'SUSPENDED')
    or (school_id is not null and synergia_account_id is not null and ticket <> '' and activated_at is not null))
);
create index links_by_account on links (account_id);
create index links_by_school_account on links (school_id, synergia_account_id)
  where status in ('ACTIVE', 'SUSPENDED');

-- The pupils named in the ticket: one added to the school account later is not covered.
create table link_pupils (
  link_id    uuid not null references links,
  pupil_id   uuid not null,
  first_name text not null,
  primary key (link_id, pupil_id)
);

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
grant select, insert, update, delete on links, link_pupils, outbox to linking_app;
