"""A medication program is a place somebody may be transferred to."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("linkage", "0002_walls")]

    operations = [
        migrations.AlterField(
            model_name="transfer",
            name="level",
            field=models.CharField(
                choices=[
                    ("detox", "Detox"),
                    ("residential", "Residential"),
                    ("partial_hospital", "Partial Hospital"),
                    ("hospital", "Hospital"),
                    ("psychiatric", "Psychiatric"),
                    ("intensive_outpatient", "Intensive Outpatient"),
                    ("outpatient", "Outpatient"),
                    ("recovery_residence", "Recovery Residence"),
                    ("medication_program", "Medication Program"),
                ],
                max_length=24,
            ),
        )
    ]
