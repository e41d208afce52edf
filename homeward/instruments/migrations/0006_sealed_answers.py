"""Make room for sealed answers beside the plain ones."""

from django.db import migrations

import homeward.core.sealed_mapping


class Migration(migrations.Migration):
    """Expand: the plain column steps aside, a sealed one takes its name."""

    dependencies = [("instruments", "0005_sitting_walls")]

    operations = [
        migrations.RenameField("response", "answers", "answers_plain"),
        migrations.AddField(
            model_name="response",
            name="answers",
            field=homeward.core.sealed_mapping.EncryptedMappingField(null=True),
        ),
    ]
