-- A register that Synergia has looked at and not taken: it stays, is tried again from time to time and holds up no other.
alter table register_outbox add column refused_at timestamptz;
alter table register_outbox add column refusal text;
create index register_outbox_by_school on register_outbox (school_id, id);

-- The PostgreSQL server that the copy's epoch was last used on. Another one at a start means a restore or a failover.
alter table copy_epoch add column system_identifier bigint;
alter table copy_epoch add column timeline_id bigint;
