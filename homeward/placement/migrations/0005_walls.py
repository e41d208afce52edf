"""External results and stay decisions are never changed."""

from django.db import migrations

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    """A decision and what it rested on stay as they were."""

    dependencies = [("placement", "0004_external_results_and_stays"), ("audit", "0002_walls")]

    operations = [
        never_changed("placement_externalresult"),
        never_changed("placement_staydecision"),
    ]
