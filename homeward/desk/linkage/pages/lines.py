"""Lines and tones that several pages share."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.clock import local_day
from homeward.core.components import Act
from homeward.desk.admissions.times import at_site
from homeward.linkage import words
from homeward.linkage.models import OutsideAppointment, Transfer
from homeward.linkage.rules.hand_off import HandOff

SOON = timedelta(hours=24)
STAND_TONES = {
    "on_time": "info",
    "at_risk": "attention",
    "late": "urgent",
    "kept_in_time": "done",
    "kept_late": "attention",
    "ended": "neutral",
}
VISIT_TONES = {"booked": "info", "kept": "done", "missed": "attention", "declined": "attention"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a card: a fact, what stands beside it, a mark, and one thing to do."""

    what: str
    sub: str = ""
    tag: str = ""
    tone: str = "neutral"
    url: str = ""
    act: Act | None = None
    more: tuple[Act, ...] = ()


def day(on: date | None) -> str:
    """A day in short; empty for none."""
    return date_format(on, "D j M") if on else ""


def tone_at(due_at: datetime | None, now: datetime) -> str:
    """Red when it is late, amber when it is nearly so."""
    if due_at is None:
        return "neutral"
    if due_at < now:
        return "urgent"
    return "attention" if due_at - now < SOON else "info"


def visit_line(row: OutsideAppointment, zone: str, *, may_write: bool, now: datetime) -> Line:
    """One appointment elsewhere: with whom, when, who confirmed it, and what became of it."""
    how = words.said(words.CONFIRMED, row.confirmed_how)
    sub = [
        at_site(row.at, zone),
        row.place or (row.service.name if row.service else ""),
        _("confirmed by %(who)s, %(how)s") % {"who": row.confirmed_by, "how": how},
    ]
    if row.source:
        sub.append(words.said(words.SAID_BY, row.source))
    tag, tone = (
        words.said(words.APPOINTMENT_STATES, row.state),
        VISIT_TONES.get(row.state, "neutral"),
    )
    if row.is_booked and row.at < now:
        tag, tone = _("was it kept?"), "attention"
    acts: list[Act] = []
    if may_write and row.is_booked:
        kind = "primary" if row.at < now else "quiet"
        acts = [
            Act(_("Was it kept?"), _turn(row, "settle"), kind, row.provider),
            Act(_("New time"), _turn(row, "again"), "quiet", row.provider),
        ]
    elif may_write and row.state == "missed" and not has_successor(row):
        acts = [Act(_("Book again"), _turn(row, "again"), "primary", row.provider)]
    return Line(row.provider, " · ".join(filter(None, sub)), tag, tone, more=tuple(acts))


def has_successor(row: OutsideAppointment) -> bool:
    """Whether a newer appointment stands for this one, as far as the page has read."""
    return bool(getattr(row, "is_followed", False))


def mark_followed(rows: list[OutsideAppointment]) -> list[OutsideAppointment]:
    """Mark those that a newer one of these replaces."""
    replaced = {row.replaces_id for row in rows if row.replaces_id}
    for row in rows:
        row.is_followed = row.pk in replaced  # type: ignore[attr-defined]
    return rows


def _turn(row: OutsideAppointment, act: str) -> str:
    return reverse("desk:visit_turn", args=[row.pk, act])


def hand_off_of(row: Transfer, now: datetime, steps: frozenset[str] = frozenset()) -> HandOff:
    """A stored transfer as the rule sees it on the day of `now`; `appointments` are prefetched.

    What was sent and what the place has is known from its steps alone, never from where it stands.
    """
    zone = row.site.time_zone
    booked = [each for each in row.appointments.all() if each.state == "booked"]
    was_sent = "sent" in steps
    return HandOff(
        state=row.state,
        from_on=row.from_on,
        due_on=row.due_on,
        today=local_day(now, zone),
        was_sent=was_sent,
        was_received="received" in steps or (was_sent and "accepted" in steps),
        booked_for=min((local_day(each.at, zone) for each in booked), default=None),
        kept_on=row.kept_on,
        outcome=row.outcome,
    )
