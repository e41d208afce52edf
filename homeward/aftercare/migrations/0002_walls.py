"""What somebody said, tried or signed after care is never changed."""

from django.db import migrations

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("aftercare", "0001_after_care")]

    operations = [
        never_changed("aftercare_leaving"),
        never_changed("aftercare_contactwish"),
        never_changed("aftercare_checkuptry"),
        never_changed("aftercare_alumniconsent"),
        never_changed("aftercare_alumniending"),
        never_changed("aftercare_comeback"),
    ]
