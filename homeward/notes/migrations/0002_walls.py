"""Signed notes are frozen; signatures and addenda are never changed."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    """Signed notes are frozen; signatures and addenda are never changed."""

    dependencies = [("notes", "0001_initial"), ("audit", "0002_walls")]

    operations = [
        frozen_once("notes_clientnote", "signed_at"),
        frozen_once("notes_sessionnote", "signed_at"),
        never_changed("notes_cosignature"),
        never_changed("notes_addendum"),
    ]
