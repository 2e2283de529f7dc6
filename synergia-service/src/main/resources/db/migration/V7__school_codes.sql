-- A short number for the address on slips: people type it. It is public, and opens nothing.
create sequence school_codes as int start with 10001;
alter table schools add column code int not null default nextval('school_codes') unique;
alter sequence school_codes owned by schools.code;
grant usage on sequence school_codes to synergia_app;
