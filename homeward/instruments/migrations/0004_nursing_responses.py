"""Withdrawal scales as medical observations: the same rows under another class of record."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("instruments", "0003_partial_saves")]

    operations = [
        migrations.CreateModel(
            name="NursingResponse",
            fields=[],
            options={
                "abstract": False,
                "proxy": True,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
                "indexes": [],
                "constraints": [],
            },
            bases=("instruments.response",),
        ),
    ]
