-- As the account's service tells: tokens of before the credentials changed open nothing, and the first answer of an
-- address's own mailbox ends what was linked on a parent's word. The epoch when neither ever was.
alter table accounts
  add column credentials_changed_at timestamptz not null default 'epoch',
  add column address_verified_at timestamptz not null default 'epoch';
create index mails_by_about on mails (about) where about is not null;
create index idempotency_keys_by_subject on idempotency_keys (subject);
