"""Payers' hours to answer an urgent appeal, stored under the name they once had."""

from django.db import migrations

OLD, NEW = "urgent_appeal_hours", "urgent_answer_hours"


def rename(apps, schema_editor):
    """Each under the present name; where one stands for the same day already, that one stays."""
    numbers = apps.get_model("coverage", "PayerNumber").objects
    for row in numbers.filter(code=OLD).order_by("pk"):
        if numbers.filter(payer=row.payer_id, code=NEW, starts_on=row.starts_on).exists():
            row.delete()
        else:
            row.code = NEW
            row.save(update_fields=["code"])


class Migration(migrations.Migration):
    """Payers' hours to answer an urgent appeal, stored under the name they once had."""

    dependencies = [("coverage", "0005_decided_on")]

    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
