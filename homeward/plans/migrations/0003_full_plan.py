"""Full plans beside initial ones; a review is never changed."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_walls"),
        ("people", "0001_initial"),
        ("plans", "0002_walls"),
        ("program", "0001_initial"),
        ("staff", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="intervention",
            name="text",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="plan",
            name="kind",
            field=models.CharField(
                choices=[("initial", "Initial"), ("full", "Full")], default="initial", max_length=20
            ),
        ),
        migrations.AddField(
            model_name="plan",
            name="medications",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.CreateModel(
            name="PlanReview",
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
                ("objective_states", models.JSONField(default=dict)),
                ("client_view", models.CharField(blank=True, max_length=300)),
                ("summary", models.CharField(max_length=600)),
                ("next_due_on", models.DateField()),
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
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="plans.plan",
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
        never_changed("plans_planreview"),
    ]
