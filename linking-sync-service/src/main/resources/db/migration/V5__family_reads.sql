-- A family's read of a scope without documents asks whether Synergia has heard of it yet.
create index register_outbox_needs on register_outbox (school_id, audience, category) where kind = 'NEED';
