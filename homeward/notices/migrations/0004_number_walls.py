"""What a number said is never changed."""

from django.db import migrations

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("notices", "0003_number_words")]

    operations = [never_changed("notices_numberword")]
