"""A role is held once; the access log knows in which database server a row was written."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

FORWARDS = """
CREATE FUNCTION access_log_generation() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    here bigint := (SELECT system_identifier FROM pg_control_system());
    latest accounts_accessloggeneration;
BEGIN
    SELECT * INTO latest FROM accounts_accessloggeneration ORDER BY number DESC LIMIT 1;
    IF latest.server IS DISTINCT FROM here THEN
        INSERT INTO accounts_accessloggeneration (number, server) VALUES (coalesce(latest.number, 0) + 1, here)
            ON CONFLICT (number) DO NOTHING;
        SELECT * INTO latest FROM accounts_accessloggeneration ORDER BY number DESC LIMIT 1;
    END IF;
    RETURN latest.number;
END $$;
REVOKE ALL ON FUNCTION access_log_generation() FROM PUBLIC;
DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN
        GRANT EXECUTE ON FUNCTION access_log_generation() TO portal_app;
    END IF;
END $$;
ALTER TABLE accounts_accesslogentry ADD COLUMN generation int NOT NULL DEFAULT 1;
ALTER TABLE accounts_accesslogentry ALTER COLUMN generation SET DEFAULT access_log_generation();
DROP INDEX accesslogentry_transaction;
CREATE INDEX accesslogentry_sealing ON accounts_accesslogentry (generation, transaction, id);
SELECT access_log_generation();
"""

BACKWARDS = """
DROP INDEX accesslogentry_sealing;
CREATE INDEX accesslogentry_transaction ON accounts_accesslogentry (transaction, id);
ALTER TABLE accounts_accesslogentry DROP COLUMN generation;
DROP FUNCTION access_log_generation();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_access_log_sealing"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccessLogGeneration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(unique=True)),
                ("server", models.BigIntegerField(help_text="PostgreSQL’s identifier of the server’s files.")),
            ],
        ),
        migrations.AddField(
            model_name="accesslogseal",
            name="last_generation",
            field=models.PositiveIntegerField(
                default=1, help_text="Blocks follow each other in the order of generation, transaction and id; this is the last."
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="accesslogseal",
            name="last_transaction",
            field=models.BigIntegerField(),
        ),
        migrations.AddConstraint(
            model_name="roleholding",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True), ("ends_on__isnull", True)),
                fields=("person", "role", "agency", "team"),
                name="holding_open_once",
                nulls_distinct=False,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accessloggeneration",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a58857560320bf78b17e94f3f1f6f67171baeeb2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3df31",
                    table="accounts_accessloggeneration",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(FORWARDS, BACKWARDS),
    ]
