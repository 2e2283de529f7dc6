-- The family's copy. A scope row exists while an active link needs it; nothing is stored without one.

-- Generations are (epoch, number). The epoch is raised from outside after a restore of this database.
create table copy_epoch (
  only_row    boolean primary key default true check (only_row),
  epoch       bigint not null check (epoch > 0)
);
insert into copy_epoch (epoch) values (extract(epoch from clock_timestamp())::bigint);
create sequence generation_numbers;

-- The epoch that Synergia last named for a school. Quarantined: restored and not yet compared with Synergia.
create table school_epochs (
  school_id   uuid primary key,
  epoch       bigint not null,
  quarantined boolean not null default false
);

create table scopes (
  school_id   uuid not null,
  audience    text not null,
  category    text not null,
  gen_epoch   bigint not null,
  gen_number  bigint not null,
  baseline_at timestamptz not null,
  primary key (school_id, audience, category)
);

-- Which link needs which scope, and for which of its pupils (nil for the access document itself).
create table link_scopes (
  link_id   uuid not null references links,
  school_id uuid not null,
  audience  text not null,
  category  text not null,
  pupil_id  uuid not null,
  primary key (link_id, school_id, audience, category, pupil_id),
  foreign key (school_id, audience, category) references scopes
);
create index link_scopes_by_scope on link_scopes (school_id, audience, category);

-- The key to scopes is the second wall behind the rule that a document without a scope is refused.
create table documents (
  school_id uuid not null,
  audience  text not null,
  category  text not null,
  period    text not null,
  epoch     bigint not null,
  version   bigint not null,
  hash      text not null,
  content   bytea not null,
  stored_at timestamptz not null default clock_timestamp(),
  primary key (school_id, audience, category, period),
  foreign key (school_id, audience, category) references scopes
);

-- An item revision enters once per life of its scope; a row that is no longer in its document stays, unshown, so
-- that it is not announced again.
create table timeline (
  school_id uuid not null,
  audience  text not null,
  category  text not null,
  item_id   uuid not null,
  revision  bigint not null,
  since     timestamptz not null,
  period    text not null,
  entry     text not null,
  shown     boolean not null,
  primary key (school_id, audience, category, item_id, revision, since),
  foreign key (school_id, audience, category) references scopes
);
create index timeline_by_time on timeline (school_id, audience, category, since desc) where shown;

-- Registers on their way to Synergia by HTTP; a row is deleted after the answer. What is sent is read when it is sent.
create table register_outbox (
  id          bigint generated always as identity primary key,
  school_id   uuid not null,
  kind        text not null check (kind in ('LIVE', 'ENDED', 'NEED')),
  link_id     uuid,
  audience    text,
  category    text,
  traceparent text,
  created_at  timestamptz not null default clock_timestamp(),
  check ((kind = 'NEED') = (audience is not null and category is not null)),
  check ((kind = 'NEED') = (link_id is null))
);

-- A document that could not be stored: its key and generation, never its content. It is asked for again.
create table parked_documents (
  school_id uuid not null,
  audience  text not null,
  category  text not null,
  period    text not null,
  reason    text not null,
  parked_at timestamptz not null default clock_timestamp(),
  primary key (school_id, audience, category, period)
);

grant select, insert, update, delete on scopes, link_scopes, documents, timeline, register_outbox, parked_documents,
  school_epochs to linking_app;
grant select, update on copy_epoch to linking_app;
grant usage on sequence generation_numbers to linking_app;
