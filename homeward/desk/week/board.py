"""The sessions of a week as blocks on the board."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.components import WeekBlock, WeekBoard, WeekDay, WeekPart, in_lanes
from homeward.core.routes import addresses
from homeward.desk.week.tiles import ONE_BY_ONE, Tile, label_of, tiles_of, title_of
from homeward.desk.words import PHASE_CLASSES, initials_of
from homeward.program.models import SessionType
from homeward.timetable.board import BoardSession

KIND_CLASSES = {
    SessionType.Kind.FAMILY: "family",
    SessionType.Kind.MULTI_FAMILY: "family",
    SessionType.Kind.INDIVIDUAL: "continuing",
    SessionType.Kind.MEDICAL: "none",
    SessionType.Kind.MUTUAL_HELP: "orientation",
    SessionType.Kind.EDUCATION: "early",
}
WORKDAYS = 5
ROOM_FOR_TOPIC = timedelta(minutes=75)  # a shorter block has room for two lines


def board_of(
    sessions: list[BoardSession],
    week_start: date,
    zone: str,
    closed: dict[date, str],
    today: date,
    list_of: Callable[[UUID], str] = lambda _pk: "",
) -> WeekBoard:
    """Weekdays always, weekend days when something is planned; hours as far as sessions reach.

    `list_of` is the address of the list behind a tile of several sessions, by one of them.
    """
    blocks: dict[date, list[WeekBlock]] = defaultdict(list)
    looks = _Looks(_Words.now(), ZoneInfo(zone), addresses("desk:group_room"), list_of)
    for tile in tiles_of(sessions):
        blocks[tile[0].on].append(_block(tile, looks))
    days = []
    for number in range(7):
        on = week_start + timedelta(days=number)
        if number >= WORKDAYS and not blocks[on] and on not in closed:
            continue
        days.append(
            WeekDay(
                date_format(on, "D j"),
                in_lanes(tuple(blocks[on])),
                today=on == today,
                closed=closed.get(on, ""),
            )
        )
    every = [block for day in days for block in day.blocks]
    return WeekBoard(
        tuple(days),
        start_hour=min((block.start_minute // 60 for block in every), default=9),
        end_hour=min(24, max((-(-block.end_minute // 60) for block in every), default=17)),
        label=_("Sessions of the week"),
    )


def phase_class(session: BoardSession) -> str:
    """The colour of a session: its phase where it serves one, else its kind."""
    if len(session.phases) == 1:
        return PHASE_CLASSES.get(session.phases[0], "middle")
    return KIND_CLASSES.get(session.kind, "middle")


def leaders_of(session: BoardSession) -> str:
    """The initials of who leads, as the board shows them."""
    return " ".join(initials_of(leader.name) for leader in session.leaders)


class _Words(NamedTuple):
    """What blocks say, translated once for a board of hundreds."""

    taken: str
    no_leader: str

    @classmethod
    def now(cls) -> "_Words":
        """In the language of this page."""
        return cls(_("%(taken)s of %(capacity)s"), _("no leader"))


class _Looks(NamedTuple):
    """What every block of one board needs."""

    words: _Words
    zone: ZoneInfo
    address_of: Callable[[UUID], str]
    list_of: Callable[[UUID], str]


def _block(tile: Tile, looks: _Looks) -> WeekBlock:
    session = tile[0]
    begins = min(each.starts_at for each in tile).astimezone(looks.zone)
    ends = max(each.ends_at for each in tile).astimezone(looks.zone)
    is_alone = len(tile) == 1
    phases = {phase_class(each) for each in tile}
    is_talks = session.kind in ONE_BY_ONE
    return WeekBlock(
        title=title_of(tile),
        sub=_sub(session, looks.words) if is_alone else _talks_sub(tile) if is_talks else "",
        start_minute=begins.hour * 60 + begins.minute,
        end_minute=_end_minute(begins, ends),
        times=f"{begins:%H:%M}–{ends:%H:%M}",
        phase=phases.pop() if len(phases) == 1 else "none",
        # The groups of a shared tile are links of their own; talks have none to stand beside.
        url=looks.address_of(session.pk)
        if is_alone
        else looks.list_of(session.pk)
        if is_talks
        else "",
        full=all(_is_full(each) for each in tile),
        cancelled=session.cancelled_at is not None,
        parts=() if is_alone or is_talks else tuple(_part(each, tile, looks) for each in tile),
    )


def _part(session: BoardSession, tile: Tile, looks: _Looks) -> WeekPart:
    taken = {"taken": session.seats_taken, "capacity": session.capacity}
    lead = leaders_of(session) or looks.words.no_leader
    return WeekPart(
        label_of(session, tile),
        session.name,
        looks.words.taken % taken if session.capacity > 1 else "",
        " · ".join(filter(None, (session.room, lead))),
        looks.address_of(session.pk),
        phase_class(session),
        _is_full(session),
    )


def _talks_sub(tile: Tile) -> str:
    """How long talks one to one last, and with whom."""
    lengths = " ".join(dict.fromkeys(_minutes(each) for each in tile))
    leaders = " ".join(dict.fromkeys(leaders_of(each) for each in tile))
    return " · ".join(filter(None, (lengths, leaders)))


def _is_full(session: BoardSession) -> bool:
    return session.capacity > 1 and session.seats_taken >= session.capacity


def _sub(session: BoardSession, words: _Words) -> str:
    seats = words.taken % {"taken": session.seats_taken, "capacity": session.capacity}
    lead = leaders_of(session) or ("" if session.cancelled_at else words.no_leader)
    is_roomy = session.ends_at - session.starts_at >= ROOM_FOR_TOPIC
    topic = session.topic if is_roomy else ""
    return " · ".join(
        filter(None, (seats if session.capacity > 1 else "", session.room, lead, topic))
    )


def _minutes(session: BoardSession) -> str:
    length = int((session.ends_at - session.starts_at).total_seconds() // 60)
    return _("%(minutes)s min") % {"minutes": length}


def _end_minute(begins: datetime, ends: datetime) -> int:
    if ends.date() != begins.date():
        return 24 * 60
    return ends.hour * 60 + ends.minute
