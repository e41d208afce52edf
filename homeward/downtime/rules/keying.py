"""What must hold before something from paper is keyed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

EARLIEST = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """What somebody is about to key; instants, empty where nothing stands on the paper."""

    starts_at: datetime
    written_at: datetime
    now: datetime
    words: str
    came_at: datetime | None = None
    left_at: datetime | None = None
    is_author_of_site: bool = True


def problems_of(keyed: Keyed) -> tuple[str, ...]:
    """The codes of what is wrong, in the order of the form."""
    found = []
    if not keyed.words.strip() and keyed.came_at is None:
        found.append("paper_times_missing" if keyed.left_at else "paper_words_missing")
    if keyed.came_at and keyed.left_at and keyed.left_at < keyed.came_at:
        found.append("paper_left_before")
    if keyed.written_at > keyed.now:
        found.append("paper_written_later")
    elif keyed.written_at < keyed.starts_at - EARLIEST:
        found.append("paper_written_too_early")
    if not keyed.is_author_of_site:
        found.append("paper_author_unknown")
    return tuple(found)
