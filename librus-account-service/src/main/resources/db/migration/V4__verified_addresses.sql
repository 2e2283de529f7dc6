-- When the address's own mailbox first answered; the epoch while only a parent has confirmed the account: nobody has
-- proved that the address is the holder's own.
alter table accounts add column address_verified_at timestamptz not null default 'epoch';
-- When the holder last set a password through the mailbox; the epoch when that never was.
alter table accounts add column credentials_changed_at timestamptz not null default 'epoch';
