from django.db import migrations

# Kinds of handover and request bear the name of their app; the question of the MASH no longer has the name of a deadline.
# Only the columns of today's rows change: events keep the words that were used when they happened.
OFFERED = (
    "early_help",
    "assessment",
    "strategy_discussion",
    "open_case",
    "allegation",
    "private_fostering",
    "marac",
    "child_death",
    "exploitation",
)
HANDOVERS = {kind: f"referrals.{kind}" for kind in OFFERED}
REQUESTS = {"referrals.information": "referrals.mash_check"}
RECEIVED = {**HANDOVERS, **REQUESTS, "contact": "referrals.contact"}


def _update(table: str, names: dict[str, str]) -> str:
    return "\n".join(f"UPDATE {table} SET kind = '{new}' WHERE kind = '{old}';" for old, new in names.items())  # noqa: S608  # fixed words only


def _receive(names: dict[str, str]) -> str:
    return "\n".join(
        f"UPDATE accounts_team SET receives = array_replace(receives, '{old}', '{new}') WHERE '{old}' = ANY(receives);"  # noqa: S608  # fixed words only
        for old, new in names.items()
    )


def _all(handovers: dict[str, str], requests: dict[str, str], received: dict[str, str]) -> str:
    return "\n".join((_update("work_handover", handovers), _update("work_request", requests), _receive(received)))


def _turned(names: dict[str, str]) -> dict[str, str]:
    return {new: old for old, new in names.items()}


class Migration(migrations.Migration):
    dependencies = [("referrals", "0002_first_due"), ("work", "0001_initial"), ("accounts", "0001_initial")]
    operations = [
        migrations.RunSQL(_all(HANDOVERS, REQUESTS, RECEIVED), _all(_turned(HANDOVERS), _turned(REQUESTS), _turned(RECEIVED)))
    ]
