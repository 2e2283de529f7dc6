-- View documents: one row a document, its version raised by every change of what it shows. Dirty is
-- version > published_version; rows are never deleted.
create table documents (
  school_id         uuid not null references schools,
  audience          text not null check (audience ~ '^(ACCOUNT|PUPIL|CLASS|SCHOOL):[0-9a-f-]{36}$'),
  category          text not null check (length(category) between 1 and 32),
  period            text not null check (length(period) between 1 and 32),
  version           bigint not null check (version > 0),
  published_version bigint not null default 0,
  traceparent       text not null default '',
  primary key (school_id, audience, category, period)
);

alter table documents enable row level security;
alter table documents force row level security;
create policy owner_all on documents to synergia_owner using (true) with check (true);
create policy own_school on documents to synergia_app
  using (school_id = (select nullif(current_setting('app.school', true), '')::uuid))
  with check (school_id = (select nullif(current_setting('app.school', true), '')::uuid));
grant select, insert, update on documents to synergia_app;
create policy relay_all on documents to synergia_relay using (true) with check (true);
grant select, update on documents to synergia_relay;
