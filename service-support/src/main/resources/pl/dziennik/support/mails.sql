-- Copy into the service's migration. A mail waits here until the server has taken it; then its data are wiped.
create table mails (
  id         uuid primary key,
  recipient  text not null,
  template   text not null,
  language   text not null,
  data       text not null,
  about      uuid, -- whom it is about, where that is not its recipient
  created_at timestamptz not null,
  next_at    timestamptz not null,
  attempts   int not null default 0,
  sent_at    timestamptz
);
create index mails_waiting on mails (next_at) where sent_at is null;
create index mails_by_recipient on mails (recipient, created_at);
