"""An incident is never changed once it was written down."""

from django.db import migrations

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    """An incident is never changed once it was written down."""

    dependencies = [("consents", "0009_premises_incidents"), ("audit", "0002_walls")]

    operations = [never_changed("consents_premisesincident")]
