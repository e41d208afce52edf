"""Which sessions share one tile of the board, and the list behind such a tile."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.program.models import SessionType
from homeward.timetable.board import BoardSession

ONE_BY_ONE = frozenset({SessionType.Kind.INDIVIDUAL, SessionType.Kind.MEDICAL})
MOST_BESIDE = 2  # so many tiles of one time stand side by side; a third leaves no room for words

Tile = list[BoardSession]


@dataclass(frozen=True, slots=True)
class TogetherRow:
    """One session of a shared tile."""

    when: str
    name: str
    sub: str
    url: str


@dataclass(frozen=True, slots=True)
class Together:
    """The sessions behind one tile, as a list."""

    title: str
    when: str
    rows: tuple[TogetherRow, ...]


def tiles_of(sessions: Iterable[BoardSession]) -> list[Tile]:
    """The sessions by the tile they stand in.

    Talks one to one that begin in the same hour share a tile: six people who each talk with one
    colleague would otherwise leave no room for words. So do the same groups of parallel tracks
    ("Day A: Skills", "Day B: Skills"), and groups of any name where more than two are at the
    same time. What is cancelled stands alone.
    """
    found: dict[tuple[object, ...], Tile] = defaultdict(list)
    for session in sessions:
        found[_key(session)].append(session)
    beside: dict[tuple[object, ...], list[Tile]] = defaultdict(list)
    for tile in found.values():
        beside[_time(tile[0])].append(tile)
    made: list[Tile] = []
    for tiles in beside.values():
        crowd = len(tiles) > MOST_BESIDE
        made += [[each for tile in tiles for each in tile]] if crowd else tiles
    return made


def title_of(tile: Tile) -> str:
    """What a tile is called: what its sessions share, else how many they are."""
    names = {session.name for session in tile}
    if len(tile) == 1:
        return tile[0].name
    if tile[0].kind in ONE_BY_ONE:
        return _("%(name)s ×%(count)s") % {"name": tile[0].name, "count": len(tile)}
    subjects = {_subject(name)[1] for name in names}
    if len(subjects) == 1:
        return subjects.pop()
    return ngettext("%d group", "%d groups", len(tile)) % len(tile)


def label_of(session: BoardSession, tile: Tile) -> str:
    """What a session is called inside its tile: its track where the tile says the rest."""
    track, subject = _subject(session.name)
    return track if track and subject == title_of(tile) else session.name


def together_of(
    sessions: Iterable[BoardSession], asked: str, zone: str, address_of: Callable[[UUID], str]
) -> Together | None:
    """The tile in which the session asked for stands; None for an unknown one or one alone."""
    own = ZoneInfo(zone)
    for tile in tiles_of(sessions):
        if len(tile) > 1 and asked in {str(session.pk) for session in tile}:
            begins = min(session.starts_at for session in tile).astimezone(own)
            ends = max(session.ends_at for session in tile).astimezone(own)
            return Together(
                title_of(tile),
                f"{date_format(begins, 'l j F')}, {begins:%H:%M}–{ends:%H:%M}",
                tuple(_row(session, own, address_of) for session in tile),
            )
    return None


def _row(session: BoardSession, zone: ZoneInfo, address_of: Callable[[UUID], str]) -> TogetherRow:
    begins, ends = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
    taken = _("%(taken)s of %(capacity)s") % {
        "taken": session.seats_taken,
        "capacity": session.capacity,
    }
    leaders = ", ".join(leader.name for leader in session.leaders) or _("no leader")
    seats = taken if session.capacity > 1 else ""
    return TogetherRow(
        f"{begins:%H:%M}–{ends:%H:%M}",
        session.name,
        " · ".join(filter(None, (leaders, session.room, seats, session.topic))),
        address_of(session.pk),
    )


def _key(session: BoardSession) -> tuple[object, ...]:
    if session.cancelled_at is not None:
        return (session.pk,)
    if session.kind in ONE_BY_ONE:
        return (_hour(session.starts_at), session.name)
    return (session.starts_at, session.ends_at, _subject(session.name)[1])


def _time(session: BoardSession) -> tuple[object, ...]:
    """Sessions of one time; what is one to one or cancelled never counts among groups."""
    if session.cancelled_at is not None or session.kind in ONE_BY_ONE:
        return (session.pk,)
    return (session.starts_at, session.ends_at)


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0)


def _subject(name: str) -> tuple[str, str]:
    """The track and what it does: "Day A: Skills" is ("Day A", "Skills")."""
    track, colon, rest = name.partition(": ")
    return (track, rest) if colon and rest else ("", name)
