-- The language of the consent's text that an offer is shown in, found once, at the login: what is shown and what is kept
-- as evidence are both this one. What the person sends back may name it by its sha256. An instance of before shows Polish
-- and names no language: the default is its.
alter table link_offers add column language text not null default 'pl';
