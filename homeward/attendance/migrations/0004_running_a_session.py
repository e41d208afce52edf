"""Codes and devices at the door, safety steps, sealed entries, and true authors of marks."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import homeward.core.crypto
from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_walls"),
        ("admissions", "0006_another_time"),
        ("attendance", "0003_offers"),
        ("people", "0001_initial"),
        ("program", "0003_site_state"),
        ("staff", "0002_program_file"),
        ("timetable", "0009_week_questions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Arrival",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.CharField(
                        choices=[("kiosk", "Kiosk"), ("phone", "Phone")], max_length=10
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("let_in", "Let In"),
                            ("here_before", "Here Before"),
                            ("ask_counselor", "Ask Counselor"),
                            ("nothing_planned", "Nothing Planned"),
                        ],
                        max_length=20,
                    ),
                ),
                ("decision", models.JSONField(null=True)),
                ("seen_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ArrivalCode",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("code", homeward.core.crypto.EncryptedTextField()),
                ("digest", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Kiosk",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("name", models.CharField(max_length=60)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OfflineEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.UUIDField(unique=True)),
                ("account_id", models.UUIDField()),
                ("client_id", models.UUIDField(null=True)),
                ("what", models.CharField(max_length=12)),
                ("said_at", models.DateTimeField()),
                ("received_at", models.DateTimeField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[("applied", "Applied"), ("refused", "Refused")], max_length=10
                    ),
                ),
                ("code", models.CharField(blank=True, max_length=60)),
                ("words", homeward.core.crypto.EncryptedTextField(blank=True)),
                ("settled_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="SafetyStep",
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
                            ("check", "Check"),
                            ("driving", "Driving"),
                            ("told", "Told"),
                            ("transport", "Transport"),
                            ("ending", "Ending"),
                        ],
                        max_length=12,
                    ),
                ),
                ("answer", models.CharField(max_length=30)),
                ("note", homeward.core.crypto.EncryptedTextField(blank=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="SealingKey",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("public", models.CharField(max_length=100, unique=True)),
                ("private", homeward.core.crypto.EncryptedTextField()),
                ("made_at", models.DateTimeField()),
                ("retired_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="attendancemark",
            name="entered_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="attendancemark",
            name="entered_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.worker",
            ),
        ),
        migrations.AddField(
            model_name="attendancemark",
            name="source",
            field=models.CharField(
                choices=[
                    ("room", "Room"),
                    ("kiosk", "Kiosk"),
                    ("phone", "Phone"),
                    ("sheet", "Sheet"),
                    ("offline", "Offline"),
                ],
                db_default="room",
                default="room",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="attendancemark",
            name="marked_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.worker",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendancemark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("marked_by__isnull", False),
                    ("source__in", ["kiosk", "phone"]),
                    _connector="OR",
                ),
                name="attendance_somebody_marked",
            ),
        ),
        migrations.AddField(
            model_name="arrival",
            name="client",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.client"
            ),
        ),
        migrations.AddField(
            model_name="arrival",
            name="seat",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="arrivals",
                to="timetable.seat",
            ),
        ),
        migrations.AddField(
            model_name="arrival",
            name="seen_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.worker",
            ),
        ),
        migrations.AddField(
            model_name="arrival",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="program.site"
            ),
        ),
        migrations.AddField(
            model_name="arrivalcode",
            name="client",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.client"
            ),
        ),
        migrations.AddField(
            model_name="arrivalcode",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.worker",
            ),
        ),
        migrations.AddField(
            model_name="arrivalcode",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="program.site"
            ),
        ),
        migrations.AddField(
            model_name="kiosk",
            name="ended_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.worker",
            ),
        ),
        migrations.AddField(
            model_name="kiosk",
            name="made_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.worker"
            ),
        ),
        migrations.AddField(
            model_name="kiosk",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="program.site"
            ),
        ),
        migrations.AddField(
            model_name="arrival",
            name="kiosk",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="attendance.kiosk",
            ),
        ),
        migrations.AddField(
            model_name="offlineentry",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="timetable.groupsession",
            ),
        ),
        migrations.AddField(
            model_name="offlineentry",
            name="worker",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.worker"
            ),
        ),
        migrations.AddField(
            model_name="safetystep",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.worker"
            ),
        ),
        migrations.AddField(
            model_name="safetystep",
            name="client",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.client"
            ),
        ),
        migrations.AddField(
            model_name="safetystep",
            name="mark",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="safety",
                to="attendance.attendancemark",
            ),
        ),
        migrations.AddField(
            model_name="safetystep",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="program.site"
            ),
        ),
        migrations.AddConstraint(
            model_name="arrivalcode",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("client",),
                name="attendance_one_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="arrivalcode",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("digest",),
                name="attendance_code_is_one_persons",
            ),
        ),
        migrations.AddIndex(
            model_name="arrival",
            index=models.Index(
                condition=models.Q(
                    ("outcome__in", ["ask_counselor", "nothing_planned"]), ("seen_at", None)
                ),
                fields=["site", "at"],
                name="attendance_door_waits",
            ),
        ),
        migrations.AddIndex(
            model_name="offlineentry",
            index=models.Index(
                condition=models.Q(("outcome", "refused"), ("settled_at", None)),
                fields=["account_id", "received_at"],
                name="attendance_offline_waits",
            ),
        ),
        migrations.AddIndex(
            model_name="safetystep",
            index=models.Index(fields=["mark", "at"], name="attendance_safety_steps"),
        ),
        never_changed("attendance_safetystep"),
        frozen_once("attendance_arrivalcode", "ended_at"),
        frozen_once("attendance_kiosk", "ended_at"),
        frozen_once("attendance_offlineentry", "settled_at"),
    ]
