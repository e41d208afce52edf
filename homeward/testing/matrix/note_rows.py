"""What is written beside a session note: a counselor's own note, a short form."""

from typing import Any

from homeward.notes.models import Abbreviation, CounselingNote
from homeward.testing.stage import NOON


def beside_the_note(rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """The client's counselor wrote both; the short form names nobody."""
    rows["counseling_note"] = CounselingNote.objects.create(
        **about, author=subject.counselor, on=NOON.date(), saved_at=NOON,
        body=subject.canary("counseling_notes"),
    )  # fmt: skip
    rows["short_form"], _made = Abbreviation.objects.get_or_create(
        worker=subject.counselor, short="rp", defaults={"long": "relapse prevention"}
    )
