"""The date on the payer's letter, from which its clocks run."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The date on the payer's letter, from which its clocks run."""

    dependencies = [("coverage", "0004_authorizations")]

    operations = [
        migrations.AddField(
            model_name="authorization", name="decided_on", field=models.DateField(null=True)
        )
    ]
