"""Appointments for the assessment; what a kept one found is never changed."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import homeward.core.crypto
from homeward.audit.sql import frozen_once


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_walls"),
        ("admissions", "0002_walls"),
        ("people", "0001_initial"),
        ("program", "0001_initial"),
        ("staff", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="inquiry",
            name="may_call_back",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="inquiry",
            name="wanted_track",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="program.track",
            ),
        ),
        migrations.AlterField(
            model_name="inquiry",
            name="state",
            field=models.CharField(
                choices=[
                    ("inquiry", "Inquiry"),
                    ("contacted", "Contacted"),
                    ("screened", "Screened"),
                    ("benefits_verified", "Benefits Verified"),
                    ("assessment_scheduled", "Assessment Scheduled"),
                    ("assessed", "Assessed"),
                    ("placed", "Placed"),
                    ("admitted", "Admitted"),
                    ("wait_listed", "Wait Listed"),
                    ("referred_out", "Referred Out"),
                    ("declined", "Declined"),
                    ("lost", "Lost"),
                ],
                default="inquiry",
                max_length=30,
            ),
        ),
        migrations.CreateModel(
            name="AssessmentVisit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("starts_at", models.DateTimeField()),
                ("minutes", models.PositiveSmallIntegerField(default=75)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("kept", "Kept"),
                            ("no_show", "No Show"),
                            ("cancelled_client", "Cancelled"),
                        ],
                        default="planned",
                        max_length=20,
                    ),
                ),
                ("started_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("diagnosis", models.CharField(blank=True, max_length=20)),
                ("criteria_met", models.PositiveSmallIntegerField(null=True)),
                ("summary", homeward.core.crypto.EncryptedTextField(blank=True)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.client",
                    ),
                ),
                (
                    "inquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="admissions.inquiry",
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
                        condition=models.Q(("state", "planned")),
                        fields=("inquiry",),
                        name="admissions_one_planned_visit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("criteria_met", None), ("criteria_met__lte", 11), _connector="OR"
                        ),
                        name="admissions_criteria_0_to_11",
                    ),
                ],
            },
        ),
        frozen_once("admissions_assessmentvisit", "ended_at"),
    ]
