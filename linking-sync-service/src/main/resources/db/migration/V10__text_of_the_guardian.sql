-- Which text the guardian's page showed when they agreed: the version is the holder's, the language may be another one.
-- Empty when the decision did not say.
alter table consents
  add column authorised_language text not null default '',
  add column authorised_sha256   text not null default '';
