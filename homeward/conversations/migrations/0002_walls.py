"""What was said, read or handed in is never changed; taking back is the one thing that is added."""

from django.db import migrations

from homeward.audit.sql import frozen_once, frozen_where, never_changed

SAID = ("conversations_message", "conversations_outsidemessage")
TAKEN_BACK = ("withdrawn_at", "version")


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("conversations", "0001_initial")]

    operations = [
        *(frozen_once(table, "at", TAKEN_BACK) for table in SAID),
        *(frozen_where(table, "OLD.withdrawn_at IS NOT NULL") for table in SAID),
        never_changed("conversations_messageread"),
        never_changed("conversations_outsideread"),
        never_changed("conversations_attachment"),
        frozen_once("conversations_runninglate", "at", ("taken_back_at", "version")),
        frozen_where("conversations_runninglate", "OLD.taken_back_at IS NOT NULL"),
    ]
