"""Drafts, publications, hours and terms of clients and staff, absences and closures."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import homeward.core.crypto


class Migration(migrations.Migration):
    """Tables for the drafted week; what exists gains columns with defaults."""

    dependencies = [
        ("people", "0001_initial"),
        ("program", "0002_program_file"),
        ("staff", "0002_program_file"),
        ("timetable", "0005_around_the_week"),
    ]

    operations = [
        migrations.AddField(
            model_name="groupsession",
            name="mode",
            field=models.CharField(default="in_person", max_length=12),
        ),
        migrations.AddField(
            model_name="therapygroup",
            name="is_drafted",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="keptapart",
            name="level",
            field=models.CharField(default="group", max_length=10),
        ),
        migrations.AlterField(
            model_name="therapygroup",
            name="room",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="program.room",
            ),
        ),
        migrations.CreateModel(
            name="WeekDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("starts_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planning", "Planning"),
                            ("ready", "Ready"),
                            ("cancelled", "Cancelled"),
                            ("failed", "Failed"),
                            ("discarded", "Discarded"),
                            ("published", "Published"),
                        ],
                        default="planning",
                        max_length=12,
                    ),
                ),
                ("instance", models.JSONField()),
                ("needs", models.JSONField(default=dict)),
                ("base", models.JSONField(null=True)),
                ("schedule", models.JSONField(null=True)),
                ("head", models.PositiveIntegerField(default=0)),
                ("effort", models.CharField(max_length=20)),
                ("seconds", models.PositiveIntegerField()),
                ("seed", models.PositiveIntegerField(default=0)),
                ("tiers", models.JSONField(default=dict)),
                ("bounds", models.JSONField(default=dict)),
                ("trace", models.JSONField(default=list)),
                ("status", models.CharField(blank=True, max_length=30)),
                ("fingerprint", models.CharField(blank=True, max_length=128)),
                ("deadline_fired", models.BooleanField(default=False)),
                ("reason", models.CharField(blank=True, max_length=60)),
                ("started_at", models.DateTimeField()),
                ("cancel_asked_at", models.DateTimeField(null=True)),
                ("seen_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="program.program",
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
                    "started_by",
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
            name="Publication",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("number", models.PositiveIntegerField()),
                ("schedule", models.JSONField()),
                ("fingerprint", models.CharField(blank=True, max_length=128)),
                ("tiers", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
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
                    "week",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="timetable.week",
                    ),
                ),
                (
                    "draft",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publication",
                        to="timetable.weekdraft",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PlanningStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("number", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                ("stage", models.CharField(max_length=40)),
                ("seconds", models.FloatField()),
                ("tiers", models.JSONField(default=dict)),
                ("bounds", models.JSONField(default=dict)),
                ("unplaced", models.PositiveIntegerField(null=True)),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="timetable.weekdraft",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DraftMove",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("number", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=30)),
                ("body", models.JSONField()),
                (
                    "touched",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80), default=list, size=None
                    ),
                ),
                ("rebased", models.BooleanField(default=False)),
                ("tiers", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
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
                    "undoes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_by",
                        to="timetable.draftmove",
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="timetable.weekdraft",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Absence",
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
                    "why",
                    models.CharField(
                        choices=[
                            ("leave", "Leave"),
                            ("sick", "Sick"),
                            ("training", "Training"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("noted_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "noted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absences",
                        to="staff.worker",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["worker", "starts_at"], name="timetable_absences")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="timetable_absence_runs_forward",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClientHours",
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
                    models.CharField(choices=[("free", "Free"), ("busy", "Busy")], max_length=10),
                ),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("work", "Work"),
                            ("school", "School"),
                            ("childcare", "Childcare"),
                            ("court", "Court"),
                            ("transport", "Transport"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                ("words", homeward.core.crypto.EncryptedTextField(blank=True)),
                ("weekday", models.PositiveSmallIntegerField()),
                ("starts", models.TimeField()),
                ("ends", models.TimeField()),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
                ("said_at", models.DateTimeField()),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.client",
                    ),
                ),
                (
                    "said_to",
                    models.ForeignKey(
                        null=True,
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
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["client", "starts_on"], name="timetable_client_hours")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("starts"))),
                        name="timetable_client_hours_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weekday__lte", 6)),
                        name="timetable_client_hours_weekday",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Closure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("name", models.CharField(max_length=80)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("noted_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "noted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "room",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="program.room",
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
            ],
            options={
                "indexes": [models.Index(fields=["site", "starts_at"], name="timetable_closures")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="timetable_closure_runs_forward",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LeadingTerms",
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
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10), default=list, size=None
                    ),
                ),
                (
                    "populations",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), default=list, size=None
                    ),
                ),
                ("most_day_minutes", models.PositiveIntegerField(default=0)),
                ("most_week_minutes", models.PositiveIntegerField(default=0)),
                ("target_week_minutes", models.PositiveIntegerField(default=0)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leading_terms",
                        to="staff.worker",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on", None)),
                        fields=("worker",),
                        name="timetable_leading_terms_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NotWith",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("reason", homeward.core.crypto.EncryptedTextField(blank=True)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
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
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="program.site",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on", None)),
                        fields=("client", "worker"),
                        name="timetable_not_with_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanningTerms",
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
                    "mode",
                    models.CharField(
                        choices=[
                            ("in_person", "In Person"),
                            ("telehealth", "Telehealth"),
                            ("either", "Either"),
                        ],
                        default="in_person",
                        max_length=12,
                    ),
                ),
                (
                    "preferred_mode",
                    models.CharField(
                        choices=[
                            ("in_person", "In Person"),
                            ("telehealth", "Telehealth"),
                            ("either", "Either"),
                        ],
                        default="in_person",
                        max_length=12,
                    ),
                ),
                (
                    "population",
                    models.CharField(
                        choices=[("mixed", "Mixed"), ("women", "Women"), ("trauma", "Trauma")],
                        default="mixed",
                        max_length=12,
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
                ("said_at", models.DateTimeField()),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.client",
                    ),
                ),
                (
                    "said_to",
                    models.ForeignKey(
                        null=True,
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
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on", None)),
                        fields=("client",),
                        name="timetable_terms_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ToldWeek",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("lines", models.JSONField()),
                ("changes", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.client",
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="told_clients",
                        to="timetable.publication",
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
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("publication", "client"), name="timetable_told_client_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ToldWorker",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("lines", models.JSONField()),
                ("changes", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="told_workers",
                        to="timetable.publication",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("publication", "worker"), name="timetable_told_worker_once"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="weekdraft",
            index=models.Index(fields=["site", "starts_on"], name="timetable_drafts_of_week"),
        ),
        migrations.AddConstraint(
            model_name="weekdraft",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("planning", "ready"))),
                fields=("program", "site", "starts_on"),
                name="timetable_one_open_draft",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                fields=("week", "number"), name="timetable_publication_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="planningstep",
            constraint=models.UniqueConstraint(
                fields=("draft", "number"), name="timetable_step_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="draftmove",
            constraint=models.UniqueConstraint(
                fields=("draft", "number"), name="timetable_move_once"
            ),
        ),
    ]
