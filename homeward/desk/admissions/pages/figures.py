"""The figures of the way in, each with the rows it was counted from."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.admissions import measuring
from homeward.admissions.models import CapacityNotice
from homeward.admissions.rules.speed import Speed
from homeward.admissions.words import CLOSINGS, STATES
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.components import Act, Cell, Column, Figure, Row, Tab, Table
from homeward.desk.admissions.naming import name_of
from homeward.desk.admissions.times import when
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.program.queries import numbers_for

STRETCHES = (30, 90, 365)
USUAL = 90


@dataclass(frozen=True, slots=True)
class Notice:
    """The state must be told, or was."""

    words: str
    tone: str
    act: Act | None


@dataclass(frozen=True, slots=True)
class Figures:
    """All the page prints."""

    stretches: tuple[Tab, ...]
    strip: tuple[Figure, ...]
    counted: str
    losses: tuple[tuple[str, int, str], ...]
    rows: Table | None
    rows_title: str
    notices: tuple[Notice, ...]
    back: Act

    @classmethod
    def of(cls, actor: Actor, asked: dict[str, str], now: datetime) -> "Figures":
        """`asked` may name `days`, and `rows` or `reason` to open the rows behind a figure."""
        days = {str(each): each for each in STRETCHES}.get(asked.get("days", ""), USUAL)
        since = now - timedelta(days=days)
        inquiries = measuring.asked_since(actor, since)
        hours = _limit(inquiries, now)
        found = {
            what: measuring.moments(actor, since, what)
            for what in (measuring.CONTACT, measuring.ASSESSMENT)
        }
        speeds = {
            what: measuring.speed(inquiries, at, now=now, hours=hours) for what, at in found.items()
        }
        losses = measuring.losses(actor, since)
        here = reverse("desk:admissions_figures")
        rows, title = None, ""
        if asked.get("rows") in found:
            title = _title(asked["rows"])
            rows = _timed(measuring.timed(inquiries, found[asked["rows"]]), title)
        elif reason := asked.get("reason"):
            title = str(CLOSINGS.get(reason, _("Another reason")))
            rows = _lost([step for _o, code, step in losses if code == reason], title)
        return cls(
            stretches=tuple(
                Tab(_("%(n)s days") % {"n": n}, f"{here}?days={n}", n == days) for n in STRETCHES
            ),
            strip=tuple(_strip(speeds, hours, f"{here}?days={days}")),
            counted=ngettext(
                "%(n)d first request in %(days)d days",
                "%(n)d first requests in %(days)d days",
                len(inquiries),
            )
            % {"n": len(inquiries), "days": days},
            losses=tuple(
                (str(CLOSINGS.get(code, code)), n, f"{here}?days={days}&reason={code}")
                for code, n in measuring.counted(losses)
            ),
            rows=rows,
            rows_title=title,
            notices=tuple(notices_of(actor, now)),
            back=Act(_("Back to admissions"), reverse("desk:admissions")),
        )


def _limit(inquiries: list[measuring.Inquiry], now: datetime) -> int:
    if not inquiries:
        return 24
    return int(numbers_for(inquiries[0].program_id, local_day(now))["first_appointment_hours"])


def _strip(speeds: dict[str, Speed], hours: int, here: str) -> list[Figure]:
    found = []
    for what, speed in speeds.items():
        middle = _("none yet") if speed.median_hours is None else _hours(speed.median_hours)
        share = (
            _("nobody yet")
            if speed.percent is None
            else _("%(percent)s%% · %(n)s of %(all)s")
            % {"percent": speed.percent, "n": speed.in_time, "all": speed.counted}
        )
        label = _title(what)
        found.append(
            Figure(middle, _("%(what)s: median") % {"what": label}, url=f"{here}&rows={what}")
        )
        found.append(
            Figure(
                share,
                _("%(what)s within %(hours)s h") % {"what": label, "hours": hours},
                url=f"{here}&rows={what}",
            )
        )
    return found


def _title(what: str) -> str:
    if what == measuring.CONTACT:
        return _("First request to first contact")
    return _("First request to assessment")


def _hours(hours: float) -> str:
    if hours < 1:
        return _("%(n)d min") % {"n": round(hours * 60)}
    if hours < 72:
        return _("%(n).1f h") % {"n": hours}
    return _("%(n).1f days") % {"n": hours / 24}


def _timed(found: list[measuring.Timed], title: str) -> Table:
    return Table(
        title,
        (
            Column(_("Inquiry")),
            Column(_("First request")),
            Column(_("State")),
            Column(_("Took"), numeric=True),
        ),
        tuple(
            Row(
                (
                    Cell(
                        f"{each.inquiry.number} · {name_of(each.inquiry)}",
                        url=reverse("desk:admissions_case", args=[each.inquiry.pk]),
                    ),
                    Cell(when(each.inquiry.first_request_at)),
                    Cell(str(STATES.get(each.inquiry.state, each.inquiry.state))),
                    Cell(_("not yet") if each.hours is None else _hours(each.hours)),
                )
            )
            for each in found
        ),
        empty=_("No first request in this time."),
    )


def _lost(steps: list[measuring.InquiryStep], title: str) -> Table:
    return Table(
        title,
        (Column(_("Inquiry")), Column(_("Ended")), Column(_("As"))),
        tuple(
            Row(
                (
                    Cell(
                        f"{step.inquiry.number} · {name_of(step.inquiry)}",
                        url=reverse("desk:admissions_case", args=[step.inquiry_id]),
                    ),
                    Cell(when(step.at)),
                    Cell(str(STATES.get(step.to_state, step.to_state))),
                )
            )
            for step in steps
        ),
        empty=_("Nobody in this time."),
    )


def notices_of(actor: Actor, now: datetime) -> list[Notice]:
    """Whether the state must be told that the program is nearly full, and by when."""
    if not may(actor.roles, RecordClass.SETUP, Access.READ):
        return []
    rows = CapacityNotice.objects.for_actor(actor, Purpose.OPERATIONS).filter(over_at=None)
    found = []
    for row in rows.select_related("site", "owner", "sent_by"):
        about = {
            "site": row.site.name,
            "taken": row.taken,
            "seats": row.seats,
            "due": when(row.due_at),
        }
        if row.sent_at:
            words = _("%(site)s: %(taken)s of %(seats)s seats. The state was told.") % about
            found.append(Notice(f"{words} {when(row.sent_at)} {row.reference}", "done", None))
            continue
        words = _("%(site)s: %(taken)s of %(seats)s seats. Tell the state by %(due)s.") % about
        act = None
        if may(actor.roles, RecordClass.SETUP, Access.WRITE):
            act = Act(
                _("Record that the state was told"),
                reverse("desk:admissions_notice", args=[row.pk]),
                "primary",
            )
        found.append(Notice(words, "urgent" if row.due_at < now else "attention", act))
    return found
