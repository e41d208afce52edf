"""What was asked of an exchange and answered is never changed; what ends is ended once."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    """What a client asked an exchange and what it answered is never changed."""

    dependencies = [
        ("consents", "0007_exchanges_approvals_guardians"),
        ("audit", "0002_walls"),
    ]

    operations = [
        never_changed("consents_intermediarylistrequest"),
        never_changed("consents_intermediarylist"),
        frozen_once("consents_intermediarymember", "starts_at", ("ends_at", "version")),
        frozen_once("consents_guardianship", "starts_at", ("ends_at", "version")),
    ]
