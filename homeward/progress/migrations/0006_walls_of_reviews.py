"""What followed, what was told, and calls with a payer are never changed."""

from django.db import migrations

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    """What followed, what was told, and calls with a payer are never changed."""

    dependencies = [("progress", "0005_walls_of_endings")]

    operations = [
        never_changed("progress_revieweffect"),
        never_changed("progress_courseevent"),
        never_changed("progress_denialstep"),
        never_changed("progress_reviewercall"),
    ]
