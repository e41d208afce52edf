"""A signal, what was told of somebody's life, and a session they missed, for the access matrix."""

from datetime import timedelta
from typing import Any

from homeward.attendance.models import AttendanceMark
from homeward.retention.models import OwnDate, RiskSignal
from homeward.retention.rules.course import Fact, Kind, raised
from homeward.testing.stage import NOON, Cast
from homeward.timetable.models import GroupSession, Seat


def add_signals(cast: Cast, rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """An open signal with one line of reasons, a day of their own, and a ladder of outreach."""
    rows["missed"] = _missed(cast, about, subject)
    fact = Fact(Kind.CRAVING, NOON.date(), "check_in", str(subject.client.pk), 8)
    rows["signal"] = RiskSignal.objects.create(
        **about, episode=subject.episode, code="craving_rise", trigger=fact.key,
        decision=raised("craving_rise", [fact], fact, needed=2, before="2.0", now="8.0").to_json(),
        rule_set="signals-1", rule_version="1", raised_at=NOON, looked_on=NOON.date(),
        owner=subject.counselor, due_at=NOON + timedelta(hours=24),
    )  # fmt: skip
    rows["told"] = OwnDate.objects.create(
        **about, month=11, day=26, what=subject.canary("assessment"), said_at=NOON,
        said_to=subject.counselor,
    )  # fmt: skip


def _missed(cast: Cast, about: dict[str, Any], subject: Any) -> AttendanceMark:
    """A session right before noon to which nobody came."""
    starts, ends = NOON - timedelta(minutes=25), NOON - timedelta(minutes=5)
    session = GroupSession.objects.create(
        site=subject.site, program=cast.program, session_type=cast.types["group"], name="Missed",
        on=NOON.date(), starts_at=starts, ends_at=ends, clinical_minutes=20, capacity=10,
    )  # fmt: skip
    seat = Seat.objects.create(
        **about, session=session, episode=subject.episode, number=1, starts_at=starts,
        ends_at=ends, capacity=10,
    )  # fmt: skip
    mark: AttendanceMark = AttendanceMark.objects.create(
        **about, seat=seat, session=session, episode=subject.episode, on=NOON.date(),
        state="no_show", marked_at=NOON, marked_by=subject.counselor,
    )  # fmt: skip
    return mark
