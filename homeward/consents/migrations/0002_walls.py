"""Signed consents, revocations and the ledger are never changed."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    """Signed consents, revocations and the ledger are never changed."""

    dependencies = [("consents", "0001_initial"), ("audit", "0002_walls")]

    operations = [
        frozen_once("consents_consent", "signed_at", ("copy_given_at", "version")),
        never_changed("consents_revocation"),
        never_changed("consents_disclosure"),
    ]
