-- In which language somebody accepted the terms. What was accepted before counts as Polish, the version that prevails.
alter table registrations add column terms_language text not null default 'pl' check (terms_language in ('pl', 'en', 'uk'));
alter table accounts add column terms_language text not null default 'pl' check (terms_language in ('pl', 'en', 'uk'));
