-- The two registers that linking-sync writes, what becomes visible by the clock, and what a school blocks.

-- A row blocks the category for the copies of consumer accounts.
create table sharing_policy (
  school_id     uuid not null references schools,
  category      text not null check (length(category) between 1 and 32),
  blocked_since timestamptz not null,
  primary key (school_id, category)
);

-- LIVE < ENDED; an ended row stays for ever: it is what a restored linking-sync is compared with. Accounts are
-- unknown where the end was heard of before any LIVE and without a ticket.
create table grants (
  school_id           uuid not null references schools,
  link_id             uuid not null,
  state               text not null check (state in ('LIVE', 'ENDED')),
  confirmed_epoch     bigint not null,
  account_id          uuid,
  consumer_account_id uuid,
  ticket_issued_at    timestamptz,
  ended_at            timestamptz,
  primary key (school_id, link_id),
  check (state = 'ENDED' or (account_id is not null and consumer_account_id is not null))
);
create index grants_by_account on grants (school_id, account_id);

create table grant_pupils (
  school_id uuid not null references schools,
  link_id   uuid not null,
  pupil_id  uuid not null,
  primary key (school_id, link_id, pupil_id),
  foreign key (school_id, link_id) references grants
);
create index grant_pupils_by_pupil on grant_pupils (school_id, pupil_id);

-- What linking-sync asked for last; rows stay when nothing is live: the next asking has a higher generation.
create table scopes (
  school_id  uuid not null references schools,
  audience   text not null check (audience ~ '^(ACCOUNT|PUPIL|CLASS|SCHOOL):[0-9a-f-]{36}$'),
  category   text not null check (length(category) between 1 and 32),
  gen_epoch  bigint not null check (gen_epoch > 0),
  gen_number bigint not null check (gen_number > 0),
  primary key (school_id, audience, category)
);

-- What becomes visible by the clock: a job turns a row into a bump once `at` has passed.
create table due_bumps (
  school_id uuid not null references schools,
  at        timestamptz not null,
  audience  text not null,
  category  text not null,
  period    text not null,
  primary key (school_id, audience, category, period, at)
);
create index due_bumps_by_time on due_bumps (at);

create index documents_dirty on documents (school_id, audience, category) where version > published_version;
create index guardianships_by_guardian on guardianships (school_id, guardian_id, pupil_id);

do $$
declare
  name text;
begin
  foreach name in array array['sharing_policy', 'grants', 'grant_pupils', 'scopes', 'due_bumps']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to synergia_owner using (true) with check (true)', name);
    execute format('create policy own_school on %I to synergia_app'
      ' using (school_id = (select nullif(current_setting(''app.school'', true), '''')::uuid))'
      ' with check (school_id = (select nullif(current_setting(''app.school'', true), '''')::uuid))', name);
    execute format('grant select, insert, update, delete on %I to synergia_app', name);
  end loop;
  -- What the relay needs for liveness, ACCESS and PROFILE, and nothing more.
  foreach name in array array['sharing_policy', 'grants', 'grant_pupils', 'scopes', 'due_bumps', 'pupils', 'enrolments',
    'guardianships', 'classes']
  loop
    execute format('create policy sync_relay on %I for select to synergia_relay using (true)', name);
    execute format('grant select on %I to synergia_relay', name);
  end loop;
end $$;
revoke delete on grants, scopes from synergia_app;
create policy sync_relay_taken on due_bumps for update to synergia_relay using (true);
create policy sync_relay_done on due_bumps for delete to synergia_relay using (true);
grant update, delete on due_bumps to synergia_relay;
grant insert on documents to synergia_relay;
