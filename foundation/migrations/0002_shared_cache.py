"""The table of the cache that all processes share (limits on sign-in are counted there).

Unlogged: it is written often, and nothing is lost when a crash of the database empties it.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("foundation", "0001_initial")]

    operations = [
        migrations.RunSQL(
            sql=[
                """
                CREATE UNLOGGED TABLE IF NOT EXISTS shared_cache (
                    cache_key varchar(255) PRIMARY KEY,
                    value text NOT NULL,
                    expires timestamp with time zone NOT NULL
                )
                """,
                "ALTER TABLE shared_cache SET UNLOGGED",
                "CREATE INDEX IF NOT EXISTS shared_cache_expires ON shared_cache (expires)",
            ],
            reverse_sql="DROP TABLE IF EXISTS shared_cache",
        )
    ]
