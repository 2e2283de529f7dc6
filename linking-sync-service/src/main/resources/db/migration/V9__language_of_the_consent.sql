-- The language that the consent is shown in: the account's at the login, so that what is shown, what is sent back and
-- what is kept as evidence are the same text. Offers of before were all shown in Polish.
alter table link_offers add column language text not null default 'pl';
alter table link_offers alter column language drop default;
