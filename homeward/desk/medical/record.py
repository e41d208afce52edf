"""A client's medical page: what they take, must not be given, and what comes due."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Fact
from homeward.desk.chart.frame import ChartFrame
from homeward.desk.medical.parts import (
    OrderPart,
    Reader,
    Told,
    WatchPart,
    education_of,
    measured_of,
    naloxone_of,
    orders_of,
    pregnancy_of,
    running_clocks,
    vitals_of,
    watches_of,
)
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.medications import queries, words
from homeward.medications.models import (
    Allergy,
    AllergyStatement,
    Medication,
    Reconciliation,
    Vitals,
)
from homeward.medications.reaching import local_day
from homeward.medications.rights import prescribes
from homeward.medications.rules.vitals import outside
from homeward.program.queries import numbers_for

SEVERITY_TONES = {"severe": "urgent", "moderate": "attention"}


@dataclass(frozen=True, slots=True)
class MedicalPage:
    """Everything the tab prints; `may_write` shows the acts."""

    may_write: bool
    acts: tuple[Act, ...]
    more: tuple[Act, ...]
    allergies: tuple[Told, ...]
    allergies_said: str
    medicines: tuple[Told, ...]
    earlier: tuple[Told, ...]
    reconciled: str
    interactions: str
    clocks: tuple[tuple[Told, Decision], ...]
    vitals: tuple[Fact, ...]
    vitals_when: str
    vitals_decision: Decision | None
    vitals_tone: str
    watches: tuple[WatchPart, ...]
    orders: tuple[OrderPart, ...]
    naloxone: tuple[Told, ...]
    pregnancy: str
    education: tuple[Told, ...]
    certify_url: str


def medical_page(actor: Actor, frame: ChartFrame, now: datetime) -> MedicalPage:
    """The page for whoever may read it; the number of reads does not grow with the rows."""
    client = frame.client
    reader = Reader(actor, client.pk, client.site.time_zone, now)
    may_write = may(actor.roles, RecordClass.MEDICAL, Access.WRITE)
    today = local_day(now, client.site)
    medicines = queries.medicines_of(actor, client.pk)
    kept = queries.kept_here(actor, client.pk)
    reconciliations = reader.rows(Reconciliation, "by", limit=1)
    numbers = numbers_for(frame.episode.program_id if frame.episode else None, today)
    vitals = reader.rows(Vitals, "by", limit=1)
    against = outside(measured_of(vitals[0]), numbers) if vitals else None
    allergies = [row for row in reader.rows(Allergy) if row.ended_at is None]
    sign = prescribes(actor) and frame.episode is not None
    return MedicalPage(
        may_write=may_write,
        acts=tuple(_acts(client.pk)) if may_write else (),
        more=tuple(_more(client.pk, bool(allergies))) if may_write else (),
        allergies=tuple(_allergy(row) for row in allergies),
        allergies_said=_allergies_said(reader, allergies, client.allergies),
        medicines=tuple(_medicine(row, row.pk in kept) for row in medicines if not row.ended_on),
        earlier=tuple(_medicine(row, False) for row in medicines if row.ended_on),
        reconciled=_reconciled(reader, reconciliations),
        interactions=_interactions(reader, reconciliations),
        clocks=tuple(running_clocks(reader, frame, today)),
        vitals=tuple(vitals_of(vitals[0])) if vitals else (),
        vitals_when=reader.when(vitals[0]) if vitals else "",
        vitals_decision=against,
        vitals_tone="attention" if against and against.outcome == "outside" else "",
        watches=tuple(watches_of(reader, may_write)),
        orders=tuple(orders_of(reader)),
        naloxone=tuple(naloxone_of(reader)),
        pregnancy=pregnancy_of(reader),
        education=tuple(education_of(reader)),
        certify_url=reverse("desk:certification", args=[client.pk]) if sign else "",
    )


def _matter(client_id: Any, matter: str) -> str:
    return reverse("desk:medical_write", args=[client_id, matter])


def _acts(client_id: Any) -> list[Act]:
    return [
        Act(_("Go through the medicines"), reverse("desk:reconciliation", args=[client_id])),
        Act(_("Add a medicine"), _matter(client_id, "medicine")),
        Act(_("Vital signs"), _matter(client_id, "vitals")),
    ]


def _more(client_id: Any, has_allergies: bool) -> list[Act]:
    offered = [
        ("allergy", _("Add an allergy")),
        ("allergy-end", _("Take an allergy off")) if has_allergies else ("", ""),
        ("allergy-statement", _("Asked about allergies")) if not has_allergies else ("", ""),
        ("order", _("Write an order")),
        ("monitoring", _("Prescription monitoring was asked")),
        ("naloxone", _("Offer naloxone")),
        ("watch", _("Watch withdrawal")),
        ("pregnancy", _("Pregnancy")),
        ("education", _("TB, HIV and hepatitis education")),
    ]
    return [Act(label, _matter(client_id, matter)) for matter, label in offered if matter]


def _allergy(row: Allergy) -> Told:
    return Told(
        row.substance,
        row.reaction,
        words.said(words.SEVERITIES, row.severity),
        SEVERITY_TONES.get(row.severity, "neutral"),
    )


def _allergies_said(reader: Reader, listed: list[Allergy], earlier: str) -> str:
    if listed:
        return ""
    if earlier:
        return _("Written down earlier, not yet on the list: %(what)s") % {"what": earlier}
    said = reader.rows(AllergyStatement, "by", limit=1)
    if said:
        text = words.said(words.ALLERGY_SAYS, said[0].says)
        return f"{text} · {reader.when(said[0])}"
    return _("Nobody has asked yet. That does not mean there are none.")


def _medicine(row: Medication, is_kept: bool) -> Told:
    sub = [words.said(words.ROUTES, row.route), row.frequency]
    sub.append(
        _("prescribed by %(who)s") % {"who": row.prescriber}
        if row.prescriber
        else _("without prescription")
    )
    if row.dispenser:
        sub.append(_("dispensed by %(who)s") % {"who": row.dispenser})
    if row.ended_on:
        sub.append(_("ended %(when)s") % {"when": date_format(row.ended_on, "j M Y")})
    tag, tone = "", "neutral"
    if row.held_at and not row.ended_on:
        tag, tone = _("held"), "attention"
    elif row.is_observed and not row.ended_on:
        times = ", ".join(f"{at:%H:%M}" for at in row.dose_times)
        tag, tone = (_("taken here %(times)s") % {"times": times}).strip(), "info"
    elif is_kept:
        tag, tone = _("kept here"), "info"
    elif row.stays_with_person:
        tag = _("stays with the person")
    return Told(
        f"{row.name} {row.dose}",
        " · ".join(sub),
        tag,
        tone,
        reverse("desk:medicine", args=[row.pk]),
    )


def _reconciled(reader: Reader, rows: list[Reconciliation]) -> str:
    if not rows:
        return _("Nobody has gone through the list with the client yet.")
    row = rows[0]
    what = words.said(words.MOMENTS, row.moment)
    said = _("Gone through %(when)s (%(what)s)") % {"when": reader.when(row), "what": what}
    return f"{said} · {_('takes no medicine')}" if row.takes_nothing else said


def _interactions(reader: Reader, rows: list[Reconciliation]) -> str:
    if rows and rows[0].interactions_by:
        return _("Last looked at by %(who)s with %(what)s, %(when)s.") % {
            "who": rows[0].interactions_by,
            "what": rows[0].interactions_source,
            "when": date_format(rows[0].at, "j M Y"),
        }
    return _("Nobody has said that they looked.")
