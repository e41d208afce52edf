"""A seat may make up for one missed before, and each missed seat is made up once."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """One column and one constraint; nothing that exists changes."""

    dependencies = [
        ("people", "0001_initial"),
        ("program", "0002_program_file"),
        ("timetable", "0003_kept_apart_and_decision"),
    ]

    operations = [
        migrations.AddField(
            model_name="seat",
            name="makes_up",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="timetable.seat",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.UniqueConstraint(
                condition=models.Q(("released_at", None)),
                fields=("makes_up",),
                name="timetable_made_up_once",
            ),
        ),
    ]
