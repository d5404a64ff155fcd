import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import accounts.models.clients
import accounts.models.people
import accounts.models.sealed
import accounts.models.visitors
import foundation.first_tables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        foundation.first_tables.FirstTables(
            operations=[
                migrations.CreateModel(
                    name="AccessLogEntry",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("at", models.DateTimeField()),
                        ("person", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("agency", models.CharField(blank=True, max_length=20)),
                        (
                            "action",
                            models.CharField(
                                choices=[
                                    ("view", "Looked at"),
                                    ("search", "Searched"),
                                    ("export", "Exported"),
                                    ("print", "Printed"),
                                    ("download", "Downloaded"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("record_kind", models.CharField(max_length=40)),
                        ("record_reference", models.CharField(blank=True, max_length=40)),
                        (
                            "child_references",
                            models.JSONField(default=list, help_text="References of the children whose data was shown."),
                        ),
                        ("route", models.CharField(max_length=80)),
                        ("reason", models.TextField(blank=True)),
                    ],
                    options={
                        "db_table": "accounts_accesslogentry",
                        "managed": False,
                    },
                ),
                migrations.CreateModel(
                    name="AccessLogGeneration",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("number", models.PositiveIntegerField(unique=True)),
                        ("server", models.BigIntegerField(help_text="PostgreSQL’s identifier of the server’s files.")),
                    ],
                ),
                migrations.CreateModel(
                    name="AccessLogSeal",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("number", models.PositiveBigIntegerField(unique=True)),
                        (
                            "last_generation",
                            models.PositiveIntegerField(
                                help_text="Blocks follow each other in the order of generation, transaction and id; this is the last."
                            ),
                        ),
                        ("last_transaction", models.BigIntegerField()),
                        ("last_id", models.BigIntegerField()),
                        ("rows", models.PositiveIntegerField()),
                        ("sealed_at", models.DateTimeField()),
                        ("previous_hash", models.CharField(max_length=64)),
                        ("hash", models.CharField(max_length=64)),
                    ],
                ),
                migrations.CreateModel(
                    name="Agency",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.SlugField(max_length=20, unique=True)),
                        ("name", models.CharField(max_length=150)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("council", "Council"),
                                    ("social_care", "Children’s social care"),
                                    ("early_help", "Early help"),
                                    ("health", "NHS trust or practice"),
                                    ("health_commissioner", "NHS integrated care board"),
                                    ("police", "Police"),
                                    ("school", "School or college"),
                                    ("early_years", "Nursery or childminder"),
                                    ("probation", "Probation"),
                                    ("housing", "Housing"),
                                    ("youth_justice", "Youth justice"),
                                    ("voluntary", "Voluntary or community organisation"),
                                    ("partnership", "The partnership’s own office"),
                                    ("other", "Other"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "domains",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=100),
                                default=list,
                                help_text="Email domains of its people, in lower case.",
                                size=None,
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged_from",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "referral_source",
                            models.CharField(
                                blank=True, help_text="Code of the children in need census, such as 2A for schools.", max_length=2
                            ),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "verbose_name_plural": "agencies",
                        "ordering": ["name"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("parent", models.F("id")), _negated=True), name="agency_not_its_own_parent"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("merged_into", models.F("id")), _negated=True),
                                name="agency_not_merged_into_itself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgencyClient",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=accounts.models.clients.new_client_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="clients", to="accounts.agency"
                            ),
                        ),
                        ("name", models.CharField(max_length=100)),
                        (
                            "scopes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("refer", "Send referrals"),
                                        ("documents", "Add documents to what it sent"),
                                        ("status", "Read the status and decision of what it sent"),
                                        ("change", "Amend what it sent, and ask to withdraw it"),
                                        ("notify", "Send batches of police notifications"),
                                        ("figures", "Read the scorecard and the published yearly reports"),
                                    ],
                                    max_length=20,
                                ),
                                size=None,
                            ),
                        ),
                        ("token_hash", models.CharField(help_text="SHA-256 of the token.", max_length=64, unique=True)),
                        (
                            "per_minute",
                            models.PositiveSmallIntegerField(default=60, help_text="How many requests it may make in a minute."),
                        ),
                        ("ends_on", models.DateField(help_text="The last day on which the token counts.")),
                        ("last_used_at", models.DateTimeField(blank=True, help_text="To the minute.", null=True)),
                        ("made_at", models.DateTimeField()),
                        ("made_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("name"),
                                models.F("agency"),
                                condition=models.Q(("ended_at__isnull", True)),
                                name="agency_client_open_name_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by", "")),
                                    models.Q(("ended_at__isnull", False), models.Q(("ended_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="agency_client_ended_at_and_by",
                            ),
                            models.CheckConstraint(condition=models.Q(("scopes__len__gt", 0)), name="agency_client_has_scopes"),
                            models.CheckConstraint(condition=models.Q(("per_minute__gt", 0)), name="agency_client_per_minute"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InformationSharingAgreement",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="agreements", to="accounts.agency"
                            ),
                        ),
                        ("signed_on", models.DateField()),
                        ("valid_until", models.DateField(help_text="The last day on which it holds.")),
                        ("signed_by_name", models.CharField(max_length=100)),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("valid_until__gte", models.F("signed_on"))),
                                name="agreement_ends_after_it_begins",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Role",
                    fields=[
                        ("code", models.SlugField(max_length=40, primary_key=True, serialize=False)),
                        ("title", models.CharField(max_length=80)),
                        ("description", models.TextField()),
                        (
                            "shows_cases",
                            models.BooleanField(help_text="Its holders see identifiable children; they need a second factor."),
                        ),
                        ("app", models.CharField(max_length=20)),
                    ],
                    options={
                        "ordering": ["title"],
                    },
                ),
                migrations.CreateModel(
                    name="Team",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.SlugField(max_length=30, unique=True)),
                        ("name", models.CharField(max_length=100)),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="teams", to="accounts.agency"
                            ),
                        ),
                        (
                            "group",
                            models.OneToOneField(
                                help_text="Carries the team's grants.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="team",
                                to="auth.group",
                            ),
                        ),
                        (
                            "receives",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                help_text="Kinds of handover and request that come to its inbox.",
                                size=None,
                            ),
                        ),
                        (
                            "telephone",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Who asks about a child rings here.",
                                max_length=40,
                            ),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("reference", models.CharField(max_length=20, unique=True)),
                        ("email", models.EmailField(max_length=254)),
                        ("name", models.CharField(max_length=100)),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="invitations", to="accounts.agency"
                            ),
                        ),
                        (
                            "role",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.role"),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "token_hash",
                            models.CharField(help_text="SHA-256 of the secret in the link.", max_length=64, unique=True),
                        ),
                        ("invited_at", models.DateTimeField()),
                        ("invited_by", models.CharField(max_length=60)),
                        ("expires_at", models.DateTimeField()),
                        ("accepted_at", models.DateTimeField(blank=True, null=True)),
                        ("accepted_by", models.CharField(blank=True, max_length=60)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                models.F("agency"),
                                models.F("role"),
                                condition=models.Q(("accepted_at__isnull", True), ("withdrawn_at__isnull", True)),
                                name="invitation_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("accepted_at__isnull", True), ("accepted_by", "")),
                                    models.Q(("accepted_at__isnull", False), models.Q(("accepted_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="invitation_accepted_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by", "")),
                                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="invitation_withdrawn_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Person",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                default=accounts.models.people.new_person_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("email", models.EmailField(max_length=254, unique=True)),
                        ("name", models.CharField(max_length=100)),
                        ("job_title", models.CharField(blank=True, max_length=100)),
                        ("telephone", models.CharField(blank=True, max_length=30)),
                        ("is_active", models.BooleanField(default=True)),
                        ("is_staff", models.BooleanField(default=False)),
                        ("created_at", models.DateTimeField()),
                        (
                            "session_salt",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, help_text="A new one signs the person out everywhere."
                            ),
                        ),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.group",
                                verbose_name="groups",
                            ),
                        ),
                        (
                            "user_permissions",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Specific permissions for this user.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.permission",
                                verbose_name="user permissions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "people",
                        "constraints": [
                            models.UniqueConstraint(django.db.models.functions.text.Lower("email"), name="person_email_once"),
                            models.CheckConstraint(condition=models.Q(("is_superuser", False)), name="person_no_superuser"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RoleHolding",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="holdings", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "role",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="holdings", to="accounts.role"
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="holdings", to="accounts.agency"
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="holdings",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "seat",
                            models.CharField(
                                blank=True,
                                choices=[("council", "Council"), ("health", "Health"), ("police", "Police")],
                                help_text="The statutory partner for whom an executive signs.",
                                max_length=10,
                            ),
                        ),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField(blank=True, help_text="The last day.", null=True)),
                        (
                            "confirmed_until",
                            models.DateField(help_text="The last day for which the agency's lead has confirmed it."),
                        ),
                        ("given_at", models.DateTimeField()),
                        ("given_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["person", "ends_on"], name="holding_person"),
                            models.Index(fields=["agency", "role"], name="holding_agency_role"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True), ("ends_on__isnull", True)),
                                fields=("person", "role", "agency", "team"),
                                name="holding_open_once",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    ("ended_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="holding_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by", "")),
                                    models.Q(("ended_at__isnull", False), models.Q(("ended_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="holding_ended_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SealedLink",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=accounts.models.sealed.new_sealed_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("page", models.CharField(help_text="The name of the one page that it opens.", max_length=80)),
                        (
                            "subject",
                            models.CharField(help_text="The reference of the record that the page shows.", max_length=20),
                        ),
                        ("seat", models.BigIntegerField(help_text="The row of that record that names who is let in.")),
                        (
                            "agency",
                            models.ForeignKey(
                                help_text="The agency they speak for.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        ("name", models.CharField(max_length=150)),
                        ("email", models.EmailField(max_length=254)),
                        ("made_at", models.DateTimeField()),
                        ("made_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("expires_at", models.DateTimeField(help_text="Until when it can be opened.")),
                        ("secret_hash", models.CharField(max_length=64, unique=True)),
                        ("code_hash", models.CharField(help_text="Keyed hash of the digits.", max_length=64)),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("opened_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, help_text="From when it opens nothing any longer.", null=True),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["page", "subject"], name="sealed_link_subject")],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("page"),
                                models.F("seat"),
                                condition=models.Q(("ended_at__isnull", True)),
                                name="sealed_link_one_for_a_seat",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("expires_at__gt", models.F("made_at"))), name="sealed_link_lasts"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Visitor",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=accounts.models.visitors.new_visitor_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("email", models.EmailField(max_length=254)),
                        (
                            "agency",
                            models.ForeignKey(
                                help_text="The first by name with their domain, when they proved it.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        ("first_proved_at", models.DateTimeField()),
                        ("last_proved_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(django.db.models.functions.text.Lower("email"), name="visitor_email_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VisitorCode",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=accounts.models.visitors.new_code_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("email", models.EmailField(max_length=254)),
                        ("code_hash", models.CharField(help_text="Keyed hash of the digits.", max_length=64)),
                        ("sent_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("used_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                django.db.models.functions.text.Lower("email"), models.F("expires_at"), name="visitor_code_email"
                            )
                        ],
                    },
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
                pgtrigger.migrations.AddTrigger(
                    model_name="accesslogseal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e1b6750b8bcfbace028a0a7bd47069f717e3d5d2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f7f51",
                            table="accounts_accesslogseal",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
