-- As the account's service tells: no news goes to an address that nobody has proved to own, and tokens of before the
-- credentials changed open nothing. The epoch when neither ever was.
alter table accounts
  add column credentials_changed_at timestamptz not null default 'epoch',
  add column address_verified_at timestamptz not null default 'epoch';
-- When the token was issued that registered the device.
alter table devices add column authorised_at timestamptz not null default 'epoch';
