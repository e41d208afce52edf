"""The history of inquiries and of stages is never changed."""

from django.db import migrations

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    """The history of inquiries and of stages is never changed."""

    dependencies = [("admissions", "0001_initial"), ("audit", "0002_walls")]

    operations = [
        never_changed("admissions_inquirystep"),
        never_changed("admissions_episodestage"),
    ]
