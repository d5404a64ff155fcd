-- Prepares a PostgreSQL server for the portal; run as its superuser, as often as one likes.
-- Two roles: the owner migrates, the application reads and writes. Test databases are made from template1.

SELECT 'CREATE ROLE portal_owner LOGIN CREATEDB'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_owner') \gexec
SELECT 'CREATE ROLE portal_app LOGIN'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') \gexec

-- Triggers ask which of them are to be ignored. Where nobody has ever said, the question fails inside the trigger, and
-- undoing that failure walks through every deferred check of the transaction: rows by the thousand take minutes.
ALTER ROLE portal_owner SET pgtrigger.ignore = '{}';
ALTER ROLE portal_app SET pgtrigger.ignore = '{}';

\connect template1
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
GRANT USAGE ON SCHEMA public TO portal_app;
-- No default privileges: a table restored from a backup would get rights that its migration had taken away.

\connect postgres
SELECT 'CREATE DATABASE portal OWNER portal_owner TEMPLATE template1'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'portal') \gexec
REVOKE CONNECT ON DATABASE portal FROM PUBLIC;
GRANT CONNECT ON DATABASE portal TO portal_app;
