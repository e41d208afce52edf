"""What was said to be done about a word stays; a word laid to a client is never taken back here."""

from django.db import migrations

from homeward.audit.sql import frozen_once, frozen_where, never_changed


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("families", "0001_initial")]

    operations = [
        frozen_where("families_sentin", "OLD.placed_at IS NOT NULL OR OLD.closed_at IS NOT NULL"),
        frozen_once("families_word", "closed_at"),
        frozen_once("families_sessionask", "closed_at"),
        never_changed("families_invited"),
    ]
