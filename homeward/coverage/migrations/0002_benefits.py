"""What a payer said on a day is never changed."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_walls"),
        ("coverage", "0001_initial"),
        ("people", "0001_initial"),
        ("program", "0001_initial"),
        ("staff", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="BenefitsCheck",
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
                ("is_covered", models.BooleanField()),
                ("is_in_network", models.BooleanField(default=True)),
                ("copay_cents", models.PositiveIntegerField(default=0)),
                ("deductible_left_cents", models.PositiveIntegerField(default=0)),
                ("needs_authorization", models.BooleanField(default=False)),
                ("days_limit", models.PositiveSmallIntegerField(null=True)),
                ("reference", models.CharField(blank=True, max_length=60)),
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
                    "coverage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="coverage.coverage",
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
            },
        ),
        never_changed("coverage_benefitscheck"),
    ]
