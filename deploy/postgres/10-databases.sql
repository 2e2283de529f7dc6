-- Runs once, on an empty volume, as the superuser. Passwords come from the environment.
\set ON_ERROR_STOP on
\getenv synergia_owner SYNERGIA_OWNER_PASSWORD
\getenv synergia_app SYNERGIA_APP_PASSWORD
\getenv synergia_relay SYNERGIA_RELAY_PASSWORD
\getenv account_owner ACCOUNT_OWNER_PASSWORD
\getenv account_app ACCOUNT_APP_PASSWORD
\getenv linking_owner LINKING_OWNER_PASSWORD
\getenv linking_app LINKING_APP_PASSWORD
\getenv notification_owner NOTIFICATION_OWNER_PASSWORD
\getenv notification_app NOTIFICATION_APP_PASSWORD
\getenv keycloak_owner KEYCLOAK_OWNER_PASSWORD

create role synergia_owner login password :'synergia_owner';
create role synergia_app login password :'synergia_app';
create role synergia_relay login password :'synergia_relay';
create role account_owner login password :'account_owner';
create role account_app login password :'account_app';
create role linking_owner login password :'linking_owner';
create role linking_app login password :'linking_app';
create role notification_owner login password :'notification_owner';
create role notification_app login password :'notification_app';
create role keycloak_owner login password :'keycloak_owner';

create database synergia owner synergia_owner;
create database librus_account owner account_owner;
create database linking_sync owner linking_owner;
create database keycloak owner keycloak_owner;
create database notification owner notification_owner;

revoke all on database synergia, librus_account, linking_sync, notification, keycloak from public;
grant connect on database synergia to synergia_app, synergia_relay;
grant connect on database librus_account to account_app;
grant connect on database linking_sync to linking_app;
grant connect on database notification to notification_app;
