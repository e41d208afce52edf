"""Where clients are as they join from afar, and where the program may treat; never changed."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import homeward.core.crypto
from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_walls"),
        ("attendance", "0004_running_a_session"),
        ("people", "0006_employers"),
        ("program", "0007_numbers_of_other_rooms"),
        ("staff", "0002_program_file"),
        ("timetable", "0009_week_questions"),
    ]

    operations = [
        migrations.CreateModel(
            name="RemotePlace",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("place", homeward.core.crypto.EncryptedTextField()),
                ("state", homeward.core.crypto.EncryptedTextField()),
                ("near_name", homeward.core.crypto.EncryptedTextField()),
                ("near_phone", homeward.core.crypto.EncryptedTextField()),
                (
                    "who_is_there",
                    models.CharField(
                        choices=[
                            ("alone", "Alone"),
                            ("agreed", "Agreed"),
                            ("not_private", "Not Private"),
                        ],
                        max_length=12,
                    ),
                ),
                ("is_kept", models.BooleanField(default=False)),
                ("outcome", models.CharField(max_length=20)),
                ("decision", models.JSONField()),
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
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remote_places",
                        to="timetable.seat",
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
                    models.Index(fields=["seat", "-said_at"], name="attendance_remote_seat"),
                    models.Index(fields=["client", "-said_at"], name="attendance_remote_client"),
                ],
            },
        ),
        migrations.CreateModel(
            name="TreatedStates",
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
                    "states",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=2), size=None
                    ),
                ),
                ("source", models.CharField(max_length=200)),
                ("starts_on", models.DateField()),
                ("set_at", models.DateTimeField()),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="program.program",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["program", "-starts_on"], name="attendance_states_since")
                ],
            },
        ),
        never_changed("attendance_remoteplace"),
        never_changed("attendance_treatedstates"),
    ]
