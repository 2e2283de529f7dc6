-- Whom a mail is about, where that is not its recipient.
alter table mails add column about uuid;

create index register_outbox_by_link on register_outbox (link_id);
create index inbox_by_age on inbox (received_at);
