"""Who is kept apart, and why a standing seat was given."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import homeward.core.crypto


class Migration(migrations.Migration):
    """One table and one column; nothing that exists changes."""

    dependencies = [
        ("people", "0001_initial"),
        ("program", "0001_initial"),
        ("staff", "0001_initial"),
        ("timetable", "0002_seats_follow_sessions"),
    ]

    operations = [
        migrations.AddField(
            model_name="groupmembership", name="decision", field=models.JSONField(null=True)
        ),
        migrations.CreateModel(
            name="KeptApart",
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
                ("ends_on", models.DateField(null=True)),
                ("reason", homeward.core.crypto.EncryptedTextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
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
                    "other",
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
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on", None)),
                        fields=("client", "other"),
                        name="timetable_apart_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("client", models.F("other")), _negated=True),
                        name="timetable_apart_are_two",
                    ),
                ],
            },
        ),
    ]
