"""What cleared a hold is never changed."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_walls"),
        ("people", "0001_initial"),
        ("placement", "0002_walls"),
        ("program", "0001_initial"),
        ("staff", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="placement",
            name="client_view",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.CreateModel(
            name="HoldRelease",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("code", models.CharField(max_length=40)),
                ("cleared_by", models.CharField(max_length=160)),
                ("note", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField()),
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
                    "placement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="releases",
                        to="placement.placement",
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
                        fields=("placement", "code"), name="placement_hold_released_once"
                    )
                ],
            },
        ),
        never_changed("placement_holdrelease"),
    ]
