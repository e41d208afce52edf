"""Stored settings that no rule reads do not stand among those that decide something."""

from django.db import migrations

NUMBERS = (
    "otp_countersign_days", "no_show_target_percent", "continuation_target_percent",
    "continuation_units", "continuation_days",
)  # fmt: skip


def drop(apps, schema_editor):
    """Countersigning in an opioid treatment program and process targets: no room holds them."""
    apps.get_model("program", "RuleNumber").objects.filter(code__in=NUMBERS).delete()


class Migration(migrations.Migration):
    """Stored settings that no rule reads go."""

    dependencies = [("program", "0006_state_report_is_a_deadline")]

    operations = [migrations.RunPython(drop, migrations.RunPython.noop)]
