"""Partitions of the access log are made ahead by its owner; blocks are sealed in the order of transactions."""

from django.db import migrations, models

FORWARDS = """
CREATE INDEX accesslogentry_transaction ON accounts_accesslogentry (transaction, id);

CREATE FUNCTION prepare_access_log_partitions(first_day date, months int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    month date := date_trunc('month', first_day);
    part text;
BEGIN
    FOR step IN 1..least(months, 24) LOOP
        part := 'accounts_accesslogentry_' || to_char(month, 'YYYY_MM');
        IF to_regclass(part) IS NULL AND NOT EXISTS (
            SELECT FROM accounts_accesslogentry_other
            WHERE at >= month::timestamp AT TIME ZONE 'UTC' AND at < (month + interval '1 month')::timestamp AT TIME ZONE 'UTC')
        THEN
            EXECUTE format('CREATE TABLE %I PARTITION OF accounts_accesslogentry FOR VALUES FROM (%L) TO (%L)', part,
                           month::timestamp AT TIME ZONE 'UTC', (month + interval '1 month')::timestamp AT TIME ZONE 'UTC');
            EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', part);
            IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN
                EXECUTE format('REVOKE ALL ON %I FROM portal_app', part);
            END IF;
        END IF;
        month := month + interval '1 month';
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION prepare_access_log_partitions(date, int) FROM PUBLIC;
DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN
        GRANT EXECUTE ON FUNCTION prepare_access_log_partitions(date, int) TO portal_app;
    END IF;
END $$;
"""

BACKWARDS = """
DROP FUNCTION prepare_access_log_partitions(date, int);
DROP INDEX accesslogentry_transaction;
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_access_log_table")]

    operations = [
        migrations.RunSQL(FORWARDS, BACKWARDS),
        migrations.RemoveField("accesslogseal", "first_id"),
        migrations.RemoveField("accesslogseal", "before_transaction"),
        migrations.AddField(
            "accesslogseal",
            "last_transaction",
            models.BigIntegerField(
                default=0, help_text="Blocks follow each other in the order of transaction and id; this is the last."
            ),
            preserve_default=False,
        ),
    ]
