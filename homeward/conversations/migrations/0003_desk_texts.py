"""Texts of the front desk and each one sent; neither is ever changed but by being seen."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from homeward.audit.sql import frozen_once, frozen_where, never_changed


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_walls"),
        ("conversations", "0002_walls"),
        ("people", "0006_employers"),
        ("program", "0007_numbers_of_other_rooms"),
        ("staff", "0002_program_file"),
    ]

    operations = [
        migrations.CreateModel(
            name="DeskText",
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
                ("number", models.PositiveSmallIntegerField()),
                ("en", models.CharField(max_length=300)),
                ("es", models.CharField(max_length=300)),
                ("is_offered", models.BooleanField(default=True)),
                ("approved_at", models.DateTimeField()),
                (
                    "approved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DeskWord",
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
                ("seen_at", models.DateTimeField(null=True)),
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
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sent",
                        to="conversations.desktext",
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
            },
        ),
        migrations.AddConstraint(
            model_name="desktext",
            constraint=models.UniqueConstraint(
                fields=("code", "number"), name="conversations_text_version"
            ),
        ),
        migrations.AddIndex(
            model_name="deskword",
            index=models.Index(fields=["client", "-at"], name="conversations_desk_word"),
        ),
        never_changed("conversations_desktext"),
        frozen_once("conversations_deskword", "at", ("seen_at", "version")),
        frozen_where("conversations_deskword", "OLD.seen_at IS NOT NULL"),
    ]
