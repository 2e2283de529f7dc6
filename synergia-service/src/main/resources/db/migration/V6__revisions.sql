-- Counted up by every change, so that nobody overwrites a state that they have not read.
alter table subjects add column revision int not null default 1 check (revision > 0);
alter table school_accounts add column status_revision int not null default 1 check (status_revision > 0);
