"""What an agency asked, and what was answered, is never changed."""

from django.db import migrations

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    """What an agency asked, and what was answered, is never changed."""

    dependencies = [("consents", "0012_agency_asks"), ("audit", "0002_walls")]

    operations = [
        never_changed("consents_agencyask"),
        never_changed("consents_agencyanswer"),
    ]
