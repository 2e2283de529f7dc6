-- Whom a mail is about, where that is not its recipient: a registration, whose end takes the mail along.
alter table mails add column about uuid;
create index mails_by_about on mails (about) where about is not null;

create index entitlements_by_pupil on entitlements (pupil_id) where pupil_id is not null;
create index link_tokens_by_account on link_tokens (account_id) where account_id is not null;
create index inbox_by_age on inbox (received_at);
