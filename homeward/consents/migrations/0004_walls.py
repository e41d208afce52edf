"""What was said, decided or carried out is never changed; what ends is ended once."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed

SAID_ONCE = (
    "consentrefusal",
    "delivery",
    "emergencyrecord",
    "restrictionrequest",
    "restrictionanswer",
    "legalinstrument",
    "instrumentverification",
)


class Migration(migrations.Migration):
    """What was said, decided or carried out is never changed; what ends is ended once."""

    dependencies = [("consents", "0003_limits_papers_deliveries"), ("audit", "0002_walls")]

    operations = [
        *(never_changed(f"consents_{name}") for name in SAID_ONCE),
        frozen_once("consents_safetyflag", "starts_at", ("ends_at", "lifted_by_id", "version")),
        frozen_once("consents_qsoagreement", "starts_at", ("ends_at", "version")),
        frozen_once("consents_approval", "starts_at", ("ends_at", "version")),
        frozen_once("consents_legalrequest", "closed_at", ("version",)),
        frozen_once("consents_legalrelease", "released_at", ("version",)),
    ]
