"""One line of who needs somebody first, before the page sorts and cuts them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format

from homeward.core import clock
from homeward.core.components import Face, Need
from homeward.desk.words import initials_of
from homeward.people.models import Client


@dataclass(frozen=True, slots=True)
class Line:
    """One need before it is cut to the most urgent few."""

    rank: int
    due_at: datetime
    need: Need
    client_id: UUID | None


def face_of(client: Client) -> Face:
    """Initials and the short name."""
    return Face(initials_of(client.name), client.short_name)


def clock_words(instant: datetime) -> str:
    """The hour alone today, with the day otherwise."""
    local = timezone.localtime(instant)
    if local.date() == clock.today():
        return date_format(local, "H:i")
    return date_format(local, "D j M H:i")
