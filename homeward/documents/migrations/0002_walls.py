"""A finished document is never changed."""

from django.db import migrations

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    """A finished document is never changed."""

    dependencies = [("documents", "0001_initial"), ("audit", "0002_walls")]

    operations = [
        never_changed("documents_document"),
    ]
