"""A wording in use is frozen; what a session used and what was handed out is never changed."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("curriculum", "0001_initial")]

    operations = [
        frozen_once("curriculum_materialversion", "published_at"),
        never_changed("curriculum_sessionmaterial"),
        never_changed("curriculum_handedout"),
    ]
