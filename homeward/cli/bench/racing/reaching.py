"""Everybody takes the same step of outreach at the same instant: it is taken once."""

from datetime import timedelta

from homeward.attendance.models import AttendanceMark
from homeward.progress.models import OutreachAttempt
from homeward.retention.actions import take_step
from homeward.testing.stage import NOON, Cast
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.racing import Race, race

STEP = "after_15_minutes"


def race_to_reach(cast: Cast, threads: int) -> tuple[Race, int]:
    """How the race ended, and how many tries stand on record."""
    mark = _missed(cast)
    ended = race(
        [
            lambda: take_step(
                actor=cast.dana.actor, mark_id=mark.pk, step=STEP, channel="call",
                outcome="no_answer", now=NOON,
            )
            for _ in range(threads)
        ]
    )  # fmt: skip
    return ended, OutreachAttempt.objects.unscoped("reckoning").filter(step=STEP).count()


def _missed(cast: Cast) -> AttendanceMark:
    """Jo, who has a telephone, missed the session before noon."""
    client, starts = cast.jo.row, NOON - timedelta(minutes=45)
    client.change(phone="+15550100", phone_ending="0100")
    about = {"client": client, "site": cast.site, "episode": cast.episode}
    session = GroupSession.objects.create(
        site=cast.site, program=cast.program, session_type=cast.types["group"], name="Missed",
        on=starts.date(), starts_at=starts, ends_at=starts + timedelta(minutes=40),
        clinical_minutes=40, capacity=10,
    )  # fmt: skip
    seat = Seat.objects.create(
        **about, session=session, number=1, starts_at=starts, ends_at=session.ends_at, capacity=10
    )
    mark: AttendanceMark = AttendanceMark.objects.create(
        **about, seat=seat, session=session, on=session.on, state=AttendanceMark.State.NO_SHOW,
        marked_at=session.ends_at, marked_by=cast.dana.row,
    )  # fmt: skip
    return mark
