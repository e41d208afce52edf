"""The sessions of a week as blocks on the board."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.components import WeekBlock, WeekBoard, WeekDay, in_lanes
from homeward.core.routes import addresses
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
ONE_BY_ONE = frozenset({SessionType.Kind.INDIVIDUAL, SessionType.Kind.MEDICAL})
WORKDAYS = 5
ROOM_FOR_TOPIC = timedelta(minutes=75)  # a shorter block has room for two lines


def board_of(
    sessions: list[BoardSession],
    week_start: date,
    zone: str,
    closed: dict[date, str],
    today: date,
) -> WeekBoard:
    """Weekdays always, weekend days when something is planned; hours as far as sessions reach."""
    blocks: dict[date, list[WeekBlock]] = defaultdict(list)
    words, address_of = _Words.now(), addresses("desk:group_room")
    for meeting in _meetings(sessions):
        blocks[meeting[0].on].append(_block(meeting, ZoneInfo(zone), words, address_of))
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


def _meetings(sessions: Iterable[BoardSession]) -> list[list[BoardSession]]:
    """Individual sessions that begin in the same hour stand in one block; groups stand alone.

    Six people who each talk with one colleague would otherwise leave no room for words.
    """
    found: dict[tuple[object, ...], list[BoardSession]] = defaultdict(list)
    for session in sessions:
        alone = session.kind not in ONE_BY_ONE
        hour = session.starts_at.replace(minute=0)
        key = (session.pk,) if alone else (hour, session.name)
        found[key].append(session)
    return list(found.values())


class _Words(NamedTuple):
    """What blocks say, translated once for a board of hundreds."""

    several: str
    taken: str
    no_leader: str

    @classmethod
    def now(cls) -> "_Words":
        """In the language of this page."""
        return cls(_("%(name)s ×%(count)s"), _("%(taken)s of %(capacity)s"), _("no leader"))


def _block(
    meeting: list[BoardSession], zone: ZoneInfo, words: _Words, address_of: Callable[[UUID], str]
) -> WeekBlock:
    session = meeting[0]
    begins = min(each.starts_at for each in meeting).astimezone(zone)
    ends = max(each.ends_at for each in meeting).astimezone(zone)
    if len(meeting) > 1:
        title = words.several % {"name": session.name, "count": len(meeting)}
        places = [leaders_of(each) for each in meeting]
        lengths = " ".join(dict.fromkeys(_minutes(each) for each in meeting))
        sub = " · ".join(filter(None, (lengths, " ".join(dict.fromkeys(places)))))
    else:
        title = session.name
        sub = _sub(session, words)
    return WeekBlock(
        title=title,
        sub=sub,
        start_minute=begins.hour * 60 + begins.minute,
        end_minute=_end_minute(begins, ends),
        times=f"{begins:%H:%M}–{ends:%H:%M}",
        phase=phase_class(session),
        url=address_of(session.pk) if len(meeting) == 1 else "",
        full=session.capacity > 1 and session.seats_taken >= session.capacity,
        cancelled=session.cancelled_at is not None,
    )


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
