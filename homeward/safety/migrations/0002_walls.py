"""What was agreed, stamped, signed or decided is never changed."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("safety", "0001_initial")]

    operations = [
        never_changed("safety_pathedition"),
        never_changed("safety_crisisstamp"),
        never_changed("safety_safetyplanagreement"),
        never_changed("safety_reportdecision"),
        # Whom it was about, and the note that came of it, may be said after the end.
        frozen_once(
            "safety_crisisrun", "ended_at", ("client_id", "who_words", "note_id", "version")
        ),
        # A plan in force is replaced and looked at again; its words stay.
        frozen_once(
            "safety_safetyplan", "active_at", ("state", "superseded_at", "review_on", "version")
        ),
        frozen_once("safety_crisisnote", "signed_at"),
    ]
