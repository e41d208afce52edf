"""What was signed, refused, printed and scanned is never changed; a settled paper stays settled."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed

SAID_ONCE = ("packetsignature", "packetrefusal", "printedpapers", "scannedpaper")


class Migration(migrations.Migration):
    """What was signed, refused, printed and scanned is never changed."""

    dependencies = [("packets", "0001_packets"), ("audit", "0002_walls")]

    operations = [
        *(never_changed(f"packets_{name}") for name in SAID_ONCE),
        frozen_once("packets_packetitem", "settled_at"),
        frozen_once("packets_signinglink", "ended_at"),
        frozen_once("packets_packet", "closed_at"),
    ]
