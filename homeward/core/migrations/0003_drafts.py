"""Drafts of forms, kept while they are typed."""

import uuid

from django.db import migrations, models

import homeward.core.crypto


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_cache"),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("account_id", models.UUIDField()),
                ("place", models.CharField(max_length=120)),
                ("body", homeward.core.crypto.EncryptedTextField()),
                ("saved_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["saved_at"], name="core_draft_saved_at")],
                "constraints": [
                    models.UniqueConstraint(fields=("account_id", "place"), name="core_draft_once")
                ],
            },
        ),
    ]
