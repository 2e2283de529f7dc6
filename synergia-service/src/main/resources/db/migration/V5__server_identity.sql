-- The PostgreSQL server that the school's epoch was last used on. Another one at a start means a restore or a failover.
alter table schools add column system_identifier bigint;
alter table schools add column timeline_id bigint;
