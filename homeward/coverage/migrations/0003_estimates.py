"""What the payer said in full, fees by income, estimates as they were given."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import homeward.core.crypto
from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_walls"),
        ("coverage", "0002_benefits"),
        ("people", "0001_initial"),
        ("program", "0002_program_file"),
        ("staff", "0002_program_file"),
    ]

    operations = [
        migrations.AddField(
            model_name="benefitscheck",
            name="allowed_day_cents",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="benefitscheck",
            name="coinsurance_percent",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="benefitscheck",
            name="days_used",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="benefitscheck",
            name="effective_from",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="benefitscheck",
            name="effective_to",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="benefitscheck",
            name="note",
            field=homeward.core.crypto.EncryptedTextField(blank=True),
        ),
        migrations.AddField(
            model_name="benefitscheck",
            name="out_of_pocket_left_cents",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="benefitscheck",
            name="plan_name",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="benefitscheck",
            name="spoke_with",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.CreateModel(
            name="FeeDetermination",
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
                ("on", models.DateField()),
                ("until", models.DateField()),
                ("household", models.PositiveSmallIntegerField()),
                ("yearly_income_cents", models.PositiveBigIntegerField()),
                ("shown", models.CharField(max_length=40)),
                ("pays_percent", models.DecimalField(decimal_places=2, max_digits=5)),
                ("decision", models.JSONField()),
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
                "indexes": [models.Index(fields=["client", "at"], name="coverage_fees")],
            },
        ),
        migrations.CreateModel(
            name="GivenEstimate",
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
                ("language", models.CharField(max_length=10)),
                ("client_cents", models.PositiveBigIntegerField()),
                ("decision", models.JSONField()),
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
                "indexes": [models.Index(fields=["client", "at"], name="coverage_estimates")],
            },
        ),
        never_changed("coverage_feedetermination"),
        never_changed("coverage_givenestimate"),
    ]
