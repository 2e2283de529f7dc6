-- In which language somebody accepted the terms. Before this they were shown in Polish only.
alter table registrations add column terms_language text not null default 'pl' check (terms_language in ('pl', 'en', 'uk'));
alter table accounts add column terms_language text not null default 'pl' check (terms_language in ('pl', 'en', 'uk'));
