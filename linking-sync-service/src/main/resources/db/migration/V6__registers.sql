-- A register that Synergia has looked at and not taken: it stays, is tried again from time to time and holds up no other.
alter table register_outbox add column refused_at timestamptz;
alter table register_outbox add column refusal text;
create index register_outbox_by_school on register_outbox (school_id, id);
