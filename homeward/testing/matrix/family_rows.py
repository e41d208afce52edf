"""What was told about a subject, who asks for a session, and an evening of the house."""

from datetime import timedelta
from typing import Any

from homeward.families.models import FamilyNight, SentIn, SessionAsk, Word
from homeward.testing.stage import NOON


def add_families(rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """A word laid to the subject's team, one that waits at the site's desk, an ask, a night."""
    canary, by, site = subject.canary("messages"), subject.counselor, about["site"]
    came = {"sent_at": NOON, "urgency": "today", "due_at": NOON + timedelta(hours=6)}
    laid = SentIn.objects.create(site=site, **came, routed_at=NOON, placed_at=NOON)
    rows["word"] = Word.objects.create(
        **about, **came, sent=laid, contact=rows["contact"], words=canary, about=canary,
        sender=canary, owner=by,
    )  # fmt: skip
    rows["sent"] = SentIn.objects.create(
        site=site, **came, words="A neighbor drinks. Nobody here is named.", routed_at=NOON
    )
    rows["ask"] = SessionAsk.objects.create(
        **about, contact=rows["contact"], asked_at=NOON, how="here", words=canary, owner=by
    )
    rows["night"] = FamilyNight.objects.create(
        site=site, title="Open evening", place="Room 1", starts_at=NOON + timedelta(days=2),
        ends_at=NOON + timedelta(days=2, hours=2),
    )  # fmt: skip
