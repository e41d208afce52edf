"""A stop says whether it closed the client's own account; only then its correction opens it."""

from django.db import migrations, models


def mark_standing(apps, schema_editor):
    """Deaths that stand today closed whatever account there was, and would have opened it again."""
    stops = apps.get_model("people", "Stop").objects
    standing = stops.filter(kind="died", ended_at=None, client__account__isnull=False)
    standing.update(closed_account=True)


class Migration(migrations.Migration):
    dependencies = [("people", "0003_stop_walls")]

    operations = [
        migrations.AddField(
            model_name="stop",
            name="closed_account",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(mark_standing, migrations.RunPython.noop),
    ]
