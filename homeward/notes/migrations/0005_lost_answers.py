"""Each keeping of a draft has a name, so that a lost answer is told from a colleague's change."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Each keeping of a draft has a name."""

    dependencies = [("notes", "0004_walls_of_kinds")]

    operations = [
        migrations.AddField(
            "clientnote",
            "sending",
            models.CharField(blank=True, default="", max_length=40),
            preserve_default=False,
        ),
        migrations.AddField(
            "sessionnote",
            "sending",
            models.CharField(blank=True, default="", max_length=40),
            preserve_default=False,
        ),
    ]
