"""A closed case keeps what led to it, save the answer to an appeal; an amendment never changes."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed

AFTERWARDS = (
    "appeal", "appeal_at", "appeal_by_id", "appeal_reason", "client_reply", "version",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("progress", "0004_initial")]

    operations = [
        frozen_once("progress_administrativecase", "closed_at", AFTERWARDS),
        never_changed("progress_dischargeamendment"),
    ]
