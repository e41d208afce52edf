"""A partial save is a row of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("instruments", "0002_walls"),
    ]

    operations = [
        migrations.AddField(
            model_name="response",
            name="is_handed_in",
            field=models.BooleanField(default=True),
        ),
    ]
