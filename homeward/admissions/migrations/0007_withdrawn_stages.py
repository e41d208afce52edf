"""A planned stage that does not happen is said beside it; stages themselves never change."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    """A planned stage that does not happen is said beside it; stages themselves never change."""

    dependencies = [
        ("admissions", "0006_another_time"),
        ("people", "0001_initial"),
        ("program", "0006_state_report_is_a_deadline"),
        ("staff", "0002_program_file"),
    ]

    operations = [
        migrations.CreateModel(
            name="StageWithdrawal",
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
                ("because", models.CharField(max_length=60)),
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
                    "stage",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withdrawal",
                        to="admissions.episodestage",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        never_changed("admissions_stagewithdrawal"),
    ]
