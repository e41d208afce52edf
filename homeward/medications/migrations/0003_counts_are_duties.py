"""An overdue count of naloxone is a duty; a family may be nobody."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from homeward.audit.sql import frozen_once


class Migration(migrations.Migration):
    """An overdue count of naloxone is a duty; a family may be nobody."""

    dependencies = [
        ("medications", "0002_walls"),
        ("program", "0006_state_report_is_a_deadline"),
        ("staff", "0002_program_file"),
    ]

    operations = [
        migrations.AlterField(
            model_name="naloxoneoffer",
            name="outcome",
            field=models.CharField(
                choices=[
                    ("given", "Given"),
                    ("has_one", "Has One"),
                    ("declined", "Declined"),
                    ("nobody", "Nobody"),
                ],
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="CountDuty",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("since", models.DateTimeField()),
                ("opened_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "ended_by",
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
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("site",),
                        name="medications_one_count_duty",
                    )
                ],
            },
        ),
        frozen_once("medications_countduty", "ended_at"),
    ]
