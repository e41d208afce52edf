"""Answers, second signatures and addenda are never changed; a signed assessment is frozen."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    """Answers are added to; signing freezes."""

    dependencies = [("assessments", "0001_initial"), ("audit", "0002_walls")]

    operations = [
        frozen_once("assessments_assessment", "signed_at"),
        never_changed("assessments_answer"),
        never_changed("assessments_cosignature"),
        never_changed("assessments_addendum"),
    ]
