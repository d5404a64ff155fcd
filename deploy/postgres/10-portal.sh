#!/bin/sh
# Run once by the PostgreSQL image, when its data folder is new: the portal's two roles, extensions and database.
set -eu
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres --file /prepare.sql
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    --set owner="$(cat /run/secrets/portal_owner_password)" --set app="$(cat /run/secrets/portal_app_password)" <<'SQL'
ALTER ROLE portal_owner PASSWORD :'owner' NOCREATEDB;
ALTER ROLE portal_app PASSWORD :'app';
SQL
