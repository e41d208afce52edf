"""Drop the plain answers; from here on only sealed ones are kept."""

from django.db import migrations, models

import homeward.core.sealed_mapping


class Migration(migrations.Migration):
    """Contract: every row is sealed, and no row may be without."""

    dependencies = [("instruments", "0007_seal_answers")]

    operations = [
        # A sealed default belongs to a row, so the column gets none in the database.
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "ALTER TABLE instruments_response ALTER COLUMN answers SET NOT NULL",
                    "ALTER TABLE instruments_response ALTER COLUMN answers DROP NOT NULL",
                )
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="response",
                    name="answers",
                    field=homeward.core.sealed_mapping.EncryptedMappingField(default=dict),
                )
            ],
        ),
        migrations.AlterField(
            model_name="response",
            name="answers_plain",
            field=models.JSONField(default=dict, null=True),
        ),
        migrations.RemoveField("response", "answers_plain"),
    ]
