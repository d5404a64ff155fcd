import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("board", "0002_usual_chasing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ChangeJudgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("embedded", "Embedded: it has changed, and stays so"),
                            ("improving", "Improving"),
                            ("no_evidence", "No evidence of change"),
                            ("worse", "Worse than before"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "reasons",
                    models.TextField(help_text="On what it rests: figures, audits, what children and practitioners say."),
                ),
                ("judged_at", models.DateTimeField()),
                (
                    "judged_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="judgements", to="board.recommendation"
                    ),
                ),
            ],
            options={
                "ordering": ["-judged_at", "-id"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("reasons", ""), _negated=True), name="change_judged_with_reasons")
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="changejudgement",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7bb9ed08adaf74431925ab03d8a0de6279a131aa",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7ae07",
                    table="board_changejudgement",
                    when="BEFORE",
                ),
            ),
        ),
    ]
