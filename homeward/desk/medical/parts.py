"""The parts of the medical page that come round: clocks, readings, orders, offers, talks."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.core.actors import Actor
from homeward.core.components import Act, Cell, Column, Fact, Row, Table
from homeward.core.forms import ActionForm
from homeward.desk.chart.frame import ChartFrame
from homeward.instruments.models import Response
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.medications import queries, words
from homeward.medications.coming_due import clocks_of
from homeward.medications.models import (
    HealthEducation,
    MedicalOrder,
    NaloxoneOffer,
    PregnancyStatement,
    Vitals,
    WithdrawalWatch,
)
from homeward.medications.rules.clocks import Due, decide
from homeward.medications.rules.vitals import Measured
from homeward.medications.watching import flowsheet_of

CLOCK_WORDS = {
    "certification": gettext_lazy("Statement of need"),
    "pdmp": gettext_lazy("Prescription monitoring"),
    "injection": gettext_lazy("Injection"),
}
CLOCK_TONES = {Due.SOON: "attention", Due.DUE: "attention", Due.OVERDUE: "urgent"}


@dataclass(frozen=True, slots=True)
class Told:
    """One line with a mark and what may be done about it."""

    what: str
    sub: str = ""
    tag: str = ""
    tone: str = "neutral"
    url: str = ""
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class WatchPart:
    """One flowsheet: its readings and when the next is due."""

    title: str
    aside: str
    tone: str
    table: Table
    act: Act | None


@dataclass(frozen=True, slots=True)
class OrderPart:
    """One order, perhaps waiting for this reader's signature."""

    what: str
    body: str
    sub: str
    is_open: bool
    sign_url: str
    form: ActionForm


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, about whom, in which zone and at which instant; rows and times in its words."""

    actor: Actor
    client_id: Any
    zone: str
    now: datetime

    def rows(self, model: Any, *joined: str, limit: int = 50) -> list[Any]:
        return queries.rows_of(model, self.actor, self.client_id, *joined, limit=limit)

    def moment(self, at: datetime) -> str:
        return date_format(at.astimezone(ZoneInfo(self.zone)), "j M Y H:i")

    def when(self, row: Any) -> str:
        who = row.by.name if row.by else _("the program")
        return _("%(when)s by %(who)s") % {"when": self.moment(row.at), "who": who}


def running_clocks(reader: Reader, frame: ChartFrame, today: date) -> list[tuple[Told, Decision]]:
    """Each clock of the open episode with its decision; none without an episode."""
    if frame.episode is None:
        return []
    found = []
    for running in clocks_of(frame.episode, today):
        due_on = running.clock.due_on
        if due_on is None:
            continue
        decision = decide(running.clock, today)
        tone = CLOCK_TONES.get(Due(decision.outcome), "done")
        when = date_format(due_on, "j M Y")
        label = str(CLOCK_WORDS[running.clock.code])
        found.append((Told(label, "", _("by %(when)s") % {"when": when}, tone), decision))
    return found


def measured_of(row: Vitals) -> Measured:
    """A stored set as the rule takes it."""
    return Measured(**{name: getattr(row, name) for name in Measured.__dataclass_fields__})


def vitals_of(row: Vitals) -> list[Fact]:
    """What was measured, with its units."""
    facts = []
    if row.systolic or row.diastolic:
        value = f"{row.systolic or '–'}/{row.diastolic or '–'} mm Hg"
        facts.append(Fact(_("Blood pressure"), value))
    units = {"pulse": "/min", "breaths": "/min", "temperature_f": "°F", "oxygen": "%"}
    for name in ("pulse", "breaths", "temperature_f", "oxygen", "weight_lb"):
        value = getattr(row, name)
        if value is not None:
            unit = units.get(name, "lb")
            facts.append(Fact(words.said(words.VITALS, name), f"{value} {unit}"))
    return facts


def watches_of(reader: Reader, may_write: bool) -> list[WatchPart]:
    """The open flowsheets with their readings, the latest first."""
    rows = WithdrawalWatch.objects.for_actor(reader.actor, Purpose.TREATMENT)
    open_rows = list(rows.filter(client_id=reader.client_id, ended_at=None).select_related("site"))
    if not open_rows:
        return []
    since = min(row.started_at for row in open_rows)
    answers = Response.objects.for_actor(reader.actor, Purpose.TREATMENT).filter(
        client_id=reader.client_id, is_handed_in=True, answered_at__gte=since,
        instrument__in=[row.scale for row in open_rows],
    )  # fmt: skip
    scored = list(answers.order_by("answered_at"))
    parts = []
    for row in open_rows:
        sheet = flowsheet_of(
            row,
            [a for a in scored if a.instrument == row.scale and a.answered_at >= row.started_at],
            reader.now,
        )
        is_late = sheet.next_at < reader.now
        when = reader.moment(sheet.next_at)
        url = reverse("desk:nursing_scale", args=[reader.client_id, row.scale])
        parts.append(
            WatchPart(
                title=words.said(words.SCALES, row.scale),
                aside=(_("was due %(when)s") if is_late else _("next %(when)s")) % {"when": when},
                tone="urgent" if is_late else "info",
                table=Table(
                    _("Readings"),
                    (Column(_("When")), Column(_("Total"), numeric=True), Column(_("Band"))),
                    tuple(
                        Row(
                            (
                                Cell(
                                    reader.moment(each.at),
                                    url=reverse("desk:response", args=[each.response_id]),
                                ),
                                Cell("–" if each.total is None else str(each.total)),
                                Cell(each.band.replace("_", " ")),
                            )
                        )
                        for each in reversed(sheet.readings)
                    ),
                    empty=_("No reading yet."),
                ),
                act=Act(_("Take a reading"), url, "primary") if may_write else None,
            )
        )
    return parts


def orders_of(reader: Reader) -> list[OrderPart]:
    """The latest orders; one waiting for this reader can be signed."""
    found = []
    for row in reader.rows(MedicalOrder, "ordered_by", "taken_by", limit=10):
        is_open = row.signed_at is None
        is_mine = is_open and row.ordered_by_id == reader.actor.worker_id
        if is_open:
            sub = _("%(who)s, signature due %(when)s") % {
                "who": row.ordered_by.name, "when": reader.moment(row.sign_due_at)}  # fmt: skip
        else:
            sub = _("%(who)s, signed %(when)s") % {
                "who": row.ordered_by.name, "when": reader.moment(row.signed_at)}  # fmt: skip
        found.append(
            OrderPart(
                words.said(words.ORDER_KINDS, row.kind),
                row.body,
                sub,
                is_open,
                reverse("desk:order_signature", args=[row.pk]) if is_mine else "",
                ActionForm(version=row.version),
            )
        )
    return found


def naloxone_of(reader: Reader) -> list[Told]:
    """Whether the family was offered one, and the latest offers with what came of them."""
    answer, people = queries.family_offers(reader.client_id)
    sub = ngettext("%(count)s person", "%(count)s people", people) % {"count": people}
    found = [
        Told(
            _("Family offered naloxone?"), sub if people else "",
            words.said(words.FAMILY_OFFERS, answer),
            "attention" if answer == "not_offered" else "done",
        )
    ]  # fmt: skip
    for row in reader.rows(NaloxoneOffer, "by", "contact", limit=6):
        if row.outcome == NaloxoneOffer.Outcome.NOBODY:
            continue
        who = row.contact.name if row.contact else _("The client")
        lot = ""
        if row.lot:
            until = date_format(row.expires_on, "M Y")
            lot = _("lot %(lot)s, until %(day)s") % {"lot": row.lot, "day": until}
        tone = "attention" if row.outcome == "declined" else "done"
        found.append(
            Told(
                who,
                " · ".join(filter(None, (lot, reader.when(row)))),
                words.said(words.OFFERS, row.outcome),
                tone,
            )
        )
    return found


def pregnancy_of(reader: Reader) -> str:
    """What was said last."""
    rows = reader.rows(PregnancyStatement, "by", limit=1)
    if not rows:
        return _("Not asked yet.")
    said = words.said(words.PREGNANCY, rows[0].status)
    if rows[0].expected_on:
        said += " · " + _("expected %(day)s") % {"day": date_format(rows[0].expected_on, "j M Y")}
    return f"{said} · {reader.when(rows[0])}"


def education_of(reader: Reader) -> list[Told]:
    """The latest talks."""
    return [
        Told(
            words.said(words.TOPICS, row.topic),
            f"{date_format(row.on, 'j M Y')} · {words.said(words.TAUGHT, row.manner)}",
            words.said(words.TESTING, row.testing),
        )
        for row in reader.rows(HealthEducation, limit=6)
    ]
