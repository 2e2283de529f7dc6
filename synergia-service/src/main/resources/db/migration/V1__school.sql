-- The school: people, classes, accounts, regulations. Every table of a school leads with school_id and stands
-- behind row-level security: a forgotten filter returns nothing.

create table schools (
  id              uuid primary key,
  name            text not null check (length(name) between 1 and 200),
  town            text not null check (length(town) between 1 and 100),
  reissue_contact text not null check (length(reissue_contact) between 1 and 300),
  epoch           bigint not null check (epoch > 0),
  created_at      timestamptz not null
);

-- Written by realm set-up only. An operator has no school.
create table operators (
  issuer  text not null,
  subject text not null,
  primary key (issuer, subject)
);

create sequence login_numbers start with 1000001;

create table school_years (
  school_id uuid not null references schools,
  id        uuid not null,
  label     text not null check (label ~ '^[0-9]{4}/[0-9]{2}$'),
  starts_on date not null,
  second_term_starts_on date not null,
  ends_on   date not null,
  primary key (school_id, id),
  unique (school_id, label),
  check (starts_on < second_term_starts_on and second_term_starts_on < ends_on)
);

create table classes (
  school_id      uuid not null references schools,
  id             uuid not null,
  school_year_id uuid not null,
  name           text collate "pl-x-icu" not null check (length(name) between 1 and 20),
  level          int not null check (level between 0 and 8),
  primary key (school_id, id),
  unique (school_id, school_year_id, name),
  foreign key (school_id, school_year_id) references school_years
);

create table staff_members (
  school_id  uuid not null references schools,
  id         uuid not null,
  first_name text collate "pl-x-icu" not null check (length(first_name) between 1 and 100),
  last_name  text collate "pl-x-icu" not null check (length(last_name) between 1 and 100),
  primary key (school_id, id)
);

create table pupils (
  school_id  uuid not null references schools,
  id         uuid not null,
  first_name text collate "pl-x-icu" not null check (length(first_name) between 1 and 100),
  last_name  text collate "pl-x-icu" not null check (length(last_name) between 1 and 100),
  birth_date date not null,
  primary key (school_id, id)
);

-- The number in the class list is given once and kept; leavers leave a gap.
create table enrolments (
  school_id  uuid not null references schools,
  id         uuid not null,
  pupil_id   uuid not null,
  class_id   uuid not null,
  number     int not null check (number > 0),
  from_date  date not null,
  until_date date,
  primary key (school_id, id),
  unique (school_id, class_id, number),
  foreign key (school_id, pupil_id) references pupils,
  foreign key (school_id, class_id) references classes
);
create unique index enrolments_current on enrolments (school_id, pupil_id) where until_date is null;

create table guardians (
  school_id  uuid not null references schools,
  id         uuid not null,
  first_name text collate "pl-x-icu" not null check (length(first_name) between 1 and 100),
  last_name  text collate "pl-x-icu" not null check (length(last_name) between 1 and 100),
  primary key (school_id, id)
);

create table guardianships (
  school_id   uuid not null references schools,
  guardian_id uuid not null,
  pupil_id    uuid not null,
  primary key (school_id, guardian_id, pupil_id),
  foreign key (school_id, guardian_id) references guardians,
  foreign key (school_id, pupil_id) references pupils
);
create index guardianships_by_pupil on guardianships (school_id, pupil_id);

create table account_batches (
  school_id   uuid not null references schools,
  id          uuid not null,
  class_id    uuid not null,
  created_at  timestamptz not null,
  created_by  uuid not null,
  primary key (school_id, id),
  foreign key (school_id, class_id) references classes
);

-- A school account. `subject` is Keycloak's user, empty until the job has made it.
create table school_accounts (
  school_id    uuid not null references schools,
  id           uuid not null,
  login        text not null unique check (login ~ '^[0-9]{7,12}$'),
  kind         text not null check (kind in ('STAFF', 'GUARDIAN', 'PUPIL')),
  person_id    uuid not null,
  subject      text,
  enabled      boolean not null default true,
  slip_number  int not null default 0,
  created_at   timestamptz not null,
  primary key (school_id, id),
  unique (school_id, kind, person_id)
);
create unique index school_accounts_by_subject on school_accounts (subject) where subject is not null;
create index school_accounts_to_provision on school_accounts (school_id, id) where subject is null;

create table account_batch_members (
  school_id  uuid not null references schools,
  batch_id   uuid not null,
  account_id uuid not null,
  primary key (school_id, batch_id, account_id),
  foreign key (school_id, batch_id) references account_batches,
  foreign key (school_id, account_id) references school_accounts
);

create table staff_roles (
  school_id  uuid not null references schools,
  account_id uuid not null,
  role       text not null check (role in ('ADMINISTRATOR', 'HEAD', 'TEACHER', 'SECRETARY')),
  primary key (school_id, account_id, role),
  foreign key (school_id, account_id) references school_accounts
);

-- The slip was handed over against a signed declaration.
create table hand_overs (
  school_id             uuid not null references schools,
  id                    uuid not null,
  account_id            uuid not null,
  slip_number           int not null,
  declaration_signed_on date not null,
  recorded_at           timestamptz not null,
  recorded_by           uuid not null,
  primary key (school_id, id),
  unique (school_id, account_id, slip_number),
  foreign key (school_id, account_id) references school_accounts
);

create table regulations (
  school_id    uuid not null references schools,
  version      int not null check (version > 0),
  text         text not null check (length(text) between 1 and 100000),
  published_at timestamptz not null,
  published_by uuid not null,
  primary key (school_id, version)
);

create table regulations_acceptances (
  school_id   uuid not null references schools,
  account_id  uuid not null,
  version     int not null,
  accepted_at timestamptz not null,
  primary key (school_id, account_id, version),
  foreign key (school_id, account_id) references school_accounts,
  foreign key (school_id, version) references regulations
);

create table audit_entries (
  school_id    uuid not null references schools,
  id           uuid not null,
  at           timestamptz not null,
  actor        text not null,
  session      text not null,
  action       text not null,
  subject_type text not null,
  subject_id   text not null,
  before_value text,
  after_value  text,
  primary key (school_id, id)
);
create index audit_entries_by_subject on audit_entries (school_id, subject_id, id);

-- Answers of creating POSTs; by caller, not by school (an operator has none).
create table idempotency_keys (
  issuer       text not null,
  subject      text not null,
  method       text not null,
  path         text not null,
  key          text not null,
  request_hash bytea not null,
  status       int,
  location     text,
  resource_id  text,
  created_at   timestamptz not null default clock_timestamp(),
  primary key (issuer, subject, method, path, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);

-- Row-level security. FORCE binds the owner as well, whose own policy lets migrations change data.
do $$
declare
  name text;
  col text;
begin
  for name in select table_name from information_schema.columns
              where table_schema = 'public' and column_name = 'school_id'
              union select 'schools'
  loop
    col := case when name = 'schools' then 'id' else 'school_id' end;
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to synergia_owner using (true) with check (true)', name);
    execute format('create policy own_school on %I to synergia_app'
      ' using (%I = (select nullif(current_setting(''app.school'', true), '''')::uuid))'
      ' with check (%I = (select nullif(current_setting(''app.school'', true), '''')::uuid))', name, col, col);
    execute format('grant select, insert, update, delete on %I to synergia_app', name);
  end loop;
end $$;

-- The public page of a school's regulations, and the provisioning job, look over schools: exactly these.
create policy relay_reads on schools for select to synergia_relay using (true);
create policy relay_reads on regulations for select to synergia_relay using (true);
create policy relay_reads on school_accounts for select to synergia_relay using (true);
grant select on schools, regulations, school_accounts to synergia_relay;

revoke update, delete on audit_entries from synergia_app;
grant select on operators to synergia_app;
grant select, insert, update, delete on idempotency_keys to synergia_app;
grant usage on sequence login_numbers to synergia_app;
