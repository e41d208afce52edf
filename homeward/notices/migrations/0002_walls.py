"""What was said about a channel, queued or sent is never changed."""

from django.db import migrations

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    """What was said about a channel, queued or sent is never changed."""

    dependencies = [("notices", "0001_notices"), ("audit", "0002_walls")]

    operations = [
        never_changed("notices_contactchoice"),
        never_changed("notices_notice"),
        never_changed("notices_noticeoutcome"),
    ]
