"""When the state is told of an incident is the deadline "incident report"; the number beside goes.

What a program had in the number, which decided until now, becomes its deadline from the same day.
"""

from django.db import migrations

CARRIED = ("tag", "source_title", "citation", "adopted_at", "adopted_by_id")


def carry(apps, schema_editor):
    """The value, its source and who adopted it."""
    deadlines = apps.get_model("program", "Deadline").objects
    rows = apps.get_model("program", "RuleNumber").objects.filter(code="incident_state_hours")
    for row in rows:
        deadlines.update_or_create(
            program_id=row.program_id,
            document="incident_report",
            applies_to="all",
            starts_on=row.starts_on,
            defaults={
                "clock_start": "incident",
                "limit": int(row.value),
                "unit": "hours",
                "calendar": "calendar",
                **{name: getattr(row, name) for name in CARRIED},
            },
        )
    rows.delete()


class Migration(migrations.Migration):
    """One number where there were two for the same."""

    dependencies = [("program", "0005_numbers_nobody_reads")]

    operations = [migrations.RunPython(carry, migrations.RunPython.noop)]
