"""Stored settings that no rule reads any more do not stand among those that decide something."""

from django.db import migrations

NUMBERS = ("checkup_every_days",)
DOCUMENTS = ("follow_up_7", "follow_up_30", "follow_up_90")


def drop(apps, schema_editor):
    """When check-ups are is said by four numbers of months now."""
    apps.get_model("program", "RuleNumber").objects.filter(code__in=NUMBERS).delete()
    apps.get_model("program", "Deadline").objects.filter(document__in=DOCUMENTS).delete()


class Migration(migrations.Migration):
    """Stored settings that no rule reads any more go."""

    dependencies = [("program", "0004_kinds_of_sessions")]

    operations = [migrations.RunPython(drop, migrations.RunPython.noop)]
