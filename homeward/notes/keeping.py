"""Words of a draft are kept before something else takes their place."""

from datetime import datetime

from homeward.notes.models import ClientNote, EarlierWords
from homeward.notes.rules.losing import MOST_LOST, loses


def keep_what_goes(
    note: ClientNote, after: str, *, now: datetime, overwrites: bool = False, why: str = ""
) -> EarlierWords | None:
    """Keep the words that stand in the draft now, when `after` would lose some of them.

    With `overwrites` (another window's words give way) one word is enough. Call it before the draft
    is changed.
    """
    before = str(note.body)
    if not loses(before, after, 0 if overwrites or why else MOST_LOST):
        return None
    why = why or (EarlierWords.Why.OTHER_WINDOW if overwrites else EarlierWords.Why.SHORTENED)
    return EarlierWords.objects.create(
        client_id=note.client_id, site_id=note.site_id, note=note, author_id=note.author_id,
        why=why, style=note.style, sections=dict(note.sections) if note.sections else None,
        body=before, saved_at=note.saved_at, kept_at=now,
    )  # fmt: skip
