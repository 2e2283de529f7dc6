-- As the account's service tells: tokens of before the credentials changed open nothing. The epoch when that never was.
alter table accounts add column credentials_changed_at timestamptz not null default 'epoch';
create index mails_by_about on mails (about) where about is not null;
create index idempotency_keys_by_subject on idempotency_keys (subject);
