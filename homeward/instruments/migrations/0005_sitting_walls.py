"""A sitting that was handed in is frozen; licensed text is loaded anew, never changed."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    """A sitting that was handed in is frozen; licensed text and invitations are never changed."""

    dependencies = [("instruments", "0004_sittings"), ("audit", "0002_walls")]

    operations = [
        frozen_once("instruments_sitting", "ended_at"),
        never_changed("instruments_licensedtext"),
        never_changed("instruments_invitation"),
    ]
