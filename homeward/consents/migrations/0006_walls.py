"""The end of a case is written down once and never changed."""

from django.db import migrations

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    """The end of a case is written down once and never changed."""

    dependencies = [("consents", "0005_case_closings_why_no_consent"), ("audit", "0002_walls")]

    operations = [never_changed("consents_caseclosing")]
