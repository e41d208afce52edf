"""Places elsewhere, their history, and referrals; what was recorded of them stays."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import homeward.core.crypto
from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("audit", "0002_walls"),
        ("consents", "0002_walls"),
        ("people", "0001_initial"),
        ("program", "0002_program_file"),
        ("staff", "0002_program_file"),
    ]

    operations = [
        migrations.CreateModel(
            name="Service",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("code", models.CharField(max_length=60, unique=True)),
                ("organisation", models.CharField(blank=True, max_length=120)),
                ("name", models.CharField(max_length=120)),
                (
                    "options",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), default=list, size=None
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=160)),
                ("city", models.CharField(blank=True, max_length=80)),
                ("zip_code", models.CharField(max_length=5)),
                ("phone", models.CharField(blank=True, max_length=30)),
                ("web", models.CharField(blank=True, max_length=120)),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10), default=list, size=None
                    ),
                ),
                (
                    "payers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                (
                    "takes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), default=list, size=None
                    ),
                ),
                ("hours", models.JSONField(default=list)),
                ("notes", models.CharField(blank=True, max_length=500)),
                ("verified_on", models.DateField(null=True)),
                ("retired_at", models.DateTimeField(null=True)),
                (
                    "verified_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("detox", "Detox"),
                            ("residential", "Residential"),
                            ("partial_hospital", "Partial Hospital"),
                            ("intensive_outpatient", "Intensive Outpatient"),
                            ("outpatient", "Outpatient"),
                            ("medication", "Medication"),
                            ("medical", "Medical"),
                            ("emergency", "Emergency"),
                            ("psychiatric", "Psychiatric"),
                            ("sober_living", "Sober Living"),
                            ("interim", "Interim"),
                            ("support", "Support"),
                        ],
                        max_length=30,
                    ),
                ),
                ("reason_code", models.CharField(max_length=60)),
                ("reason", homeward.core.crypto.EncryptedTextField(blank=True)),
                ("opened_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("completed", "Completed"),
                            ("arrived", "Arrived"),
                            ("treated_here", "Treated Here"),
                            ("declined_by_client", "Declined By Client"),
                            ("declined_by_service", "Declined By Service"),
                            ("not_reached", "Not Reached"),
                            ("not_needed", "Not Needed"),
                        ],
                        max_length=30,
                    ),
                ),
                ("outcome_reason", homeward.core.crypto.EncryptedTextField(blank=True)),
                ("discharged_elsewhere_on", models.DateField(null=True)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.client",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="program.site",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.service",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="HandOffStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("called", "Called"),
                            ("accepted", "Accepted"),
                            ("transport", "Transport"),
                            ("arrived", "Arrived"),
                            ("wait_listed", "Wait Listed"),
                            ("declined", "Declined"),
                            ("no_answer", "No Answer"),
                        ],
                        max_length=20,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField()),
                ("spoke_with", models.CharField(blank=True, max_length=120)),
                (
                    "told",
                    models.CharField(
                        choices=[
                            ("nothing", "Nothing"),
                            ("together", "Together"),
                            ("consent", "Consent"),
                            ("emergency", "Emergency"),
                        ],
                        default="nothing",
                        max_length=20,
                    ),
                ),
                ("note", homeward.core.crypto.EncryptedTextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.client",
                    ),
                ),
                (
                    "disclosure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="consents.disclosure",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="program.site",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="directory.referral",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.service",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ServiceEdit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("added", "Added"),
                            ("changed", "Changed"),
                            ("verified", "Verified"),
                            ("retired", "Retired"),
                            ("restored", "Restored"),
                        ],
                        max_length=20,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), default=list, size=None
                    ),
                ),
                ("values", models.JSONField(default=dict)),
                ("note", models.CharField(blank=True, max_length=200)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="edits",
                        to="directory.service",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="service",
            index=models.Index(fields=["retired_at", "name"], name="directory_service_listed"),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("verified_on", None), ("verified_by__isnull", False), _connector="OR"
                ),
                name="directory_verified_by_somebody",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("closed_at", None)),
                fields=["site", "due_at"],
                name="directory_open_referrals",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(fields=["client", "opened_at"], name="directory_client_referrals"),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at", None)),
                fields=("client", "kind"),
                name="directory_one_open_referral_a_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("outcome", "")),
                    models.Q(
                        ("closed_at__isnull", False), models.Q(("outcome", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="directory_closed_with_an_outcome",
            ),
        ),
        migrations.AddIndex(
            model_name="handoffstep",
            index=models.Index(fields=["referral", "at"], name="directory_steps"),
        ),
        migrations.AddConstraint(
            model_name="handoffstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("told__in", ("consent", "emergency")), _negated=True),
                    ("disclosure__isnull", False),
                    _connector="OR",
                ),
                name="directory_what_left_has_its_ledger_row",
            ),
        ),
        migrations.AddIndex(
            model_name="serviceedit",
            index=models.Index(fields=["service", "at"], name="directory_edits"),
        ),
        never_changed("directory_serviceedit"),
        never_changed("directory_handoffstep"),
        frozen_once("directory_referral", "closed_at", ("version", "discharged_elsewhere_on")),
    ]
