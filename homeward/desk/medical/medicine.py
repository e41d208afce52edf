"""One medicine: what it is, what is known before a start, its doses, its container, its history."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Cell, Column, Fact, Moment, Row, Table
from homeward.desk.clients.reach import initials_for, short_name_for
from homeward.instruments.models import Response
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.medications import queries, words
from homeward.medications.actions.supplies import expected_now
from homeward.medications.models import (
    Allergy,
    AllergyStatement,
    MedicalOrder,
    Medication,
    MedicationEvent,
    NaloxoneOffer,
    PdmpCheck,
    PregnancyStatement,
    TakeHome,
)
from homeward.medications.reaching import program_of
from homeward.medications.rules.known import INDUCED
from homeward.medications.rules.starting import Known, before_starting
from homeward.program.queries import numbers_for

DOSES_SHOWN = 30


@dataclass(frozen=True, slots=True)
class MedicinePage:
    """All the page prints."""

    title: str
    who: str
    initials: str
    chart_url: str
    facts: tuple[Fact, ...]
    acts: tuple[Act, ...]
    more: tuple[Act, ...]
    start: Decision | None
    doses: Table
    container: str
    container_counts: Table | None
    home: tuple[str, ...]
    history: tuple[Moment, ...]


def medicine_page(actor: Actor, row: Medication, now: datetime) -> MedicinePage:
    """Everything about one line of the list, in words."""
    zone = ZoneInfo(row.site.time_zone)
    may_write = may(actor.roles, RecordClass.MEDICAL, Access.WRITE)
    kept = queries.kept_here(actor, row.client_id).get(row.pk)
    home = _of(TakeHome, actor, row).order_by("-first_day")
    at_home = list(home[:6])
    acts, more = _acts(row, kept is not None, any(each.back_at is None for each in at_home))
    return MedicinePage(
        title=f"{row.name} {row.dose}",
        who=short_name_for(actor, row.client),
        initials=initials_for(actor, row.client),
        chart_url=reverse("desk:chart_medical", args=[row.client_id]),
        facts=tuple(_facts(row)),
        acts=tuple(acts) if may_write else (),
        more=tuple(more) if may_write else (),
        start=_start(actor, row, now) if row.kind in INDUCED and not row.ended_on else None,
        doses=_doses(actor, row, zone, now),
        container=_container(kept) if kept else "",
        container_counts=_counts(kept, zone) if kept else None,
        home=tuple(_home(each) for each in at_home),
        history=tuple(_moment(each, zone) for each in _events(actor, row)),
    )


def _of(model: Any, actor: Actor, row: Medication) -> Any:
    return model.objects.for_actor(actor, Purpose.TREATMENT).filter(medication_id=row.pk)


def _turn(row: Medication, turn: str) -> str:
    return reverse("desk:medicine_turn", args=[row.pk, turn])


def _acts(row: Medication, is_kept: bool, is_home: bool) -> tuple[list[Act], list[Act]]:
    if row.ended_on:
        return [], []
    acts = [Act(_("Change"), _turn(row, "change"))]
    if row.injection_days is not None:
        acts.insert(0, Act(_("Injection"), _turn(row, "injection"), "primary"))
    if row.held_at:
        acts.append(Act(_("Take up again"), _turn(row, "resume")))
    else:
        acts.append(Act(_("Hold"), _turn(row, "hold")))
    acts.append(Act(_("End"), _turn(row, "stop")))
    more = []
    if row.kind in INDUCED:
        more.append(Act(_("Start of treatment"), _turn(row, "start")))
    if is_kept:
        more.append(Act(_("Count what is kept"), _turn(row, "count")))
    elif not row.stays_with_person:
        more.append(Act(_("Take into storage"), _turn(row, "container")))
    if row.is_observed:
        more.append(Act(_("Doses for home"), _turn(row, "take-home")))
    if is_home:
        more.append(Act(_("Count what came back"), _turn(row, "take-home-back")))
    return acts, more


def _facts(row: Medication) -> list[Fact]:
    shown = [
        (_("How it is taken"), words.said(words.ROUTES, row.route)),
        (_("How often"), row.frequency),
        (_("Prescribed by"), row.prescriber or _("nobody, without prescription")),
        (_("Dispensed by"), row.dispenser),
        (_("For"), row.reason),
        (_("Since"), date_format(row.started_on, "j M Y")),
        (_("Last day"), date_format(row.ended_on, "j M Y") if row.ended_on else ""),
        (_("Controlled"), words.said(words.SCHEDULES, row.schedule) if row.schedule else ""),
        (_("Taken here"), ", ".join(f"{at:%H:%M}" for at in row.dose_times)),
        (_("A test may find"), ", ".join(words.said(words.ANALYTES, c) for c in row.shows_as)),
        (
            _("Kept"),
            words.said(words.STAYS, row.stays_with_person) if row.stays_with_person else "",
        ),
    ]
    return [Fact(term, str(value)) for term, value in shown if value]


def _start(actor: Actor, row: Medication, now: datetime) -> Decision:
    """What is known before a start, gathered from what stands on record."""

    def last(model: Any) -> Any:
        found = queries.rows_of(model, actor, row.client_id, limit=1)
        return found[0] if found else None

    scored = Response.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=row.client_id, instrument="cows", is_handed_in=True
    )
    score = scored.order_by("-answered_at").first()
    result: dict[str, Any] = next(iter(score.scores.values()), {}) if score else {}
    total = result.get("value")
    said = [each.detail.get("last_opioid_on") for each in _events(actor, row)]
    on = next((datetime.fromisoformat(each).date() for each in said if each), None)
    orders = _of(MedicalOrder, actor, row).filter(signed_at__isnull=False)
    pdmp, pregnancy = last(PdmpCheck), last(PregnancyStatement)
    offers = queries.rows_of(NaloxoneOffer, actor, row.client_id, limit=6)
    naloxone = next((each for each in offers if each.outcome in words.OFFERS), None)
    numbers = numbers_for(program_of(row.client_id), localtime(now).date())
    return before_starting(
        Known(
            kind=row.kind,
            cows=None if total is None else int(total),
            cows_at=score.answered_at if score else None,
            last_opioid_on=on,
            pdmp_due_on=pdmp.next_due_on if pdmp else None,
            naloxone_outcome=naloxone.outcome if naloxone else "",
            has_order=bool(list(orders[:1])),
            pregnancy=pregnancy.status if pregnancy else "",
            allergies_are_known=last(Allergy) is not None or last(AllergyStatement) is not None,
        ),
        localtime(now),
        int(numbers["withdrawal_reading_minutes"]),
    )


def _doses(actor: Actor, row: Medication, zone: ZoneInfo, now: datetime) -> Table:
    today = now.astimezone(zone).date()
    marks = queries.marks_of_days(actor, [row.pk], today - timedelta(days=DOSES_SHOWN), today)
    crossed = {mark.corrects_id for mark in marks}
    lines = []
    for mark in reversed(marks):
        state = words.said(words.DOSE_STATES, mark.state)
        if mark.pk in crossed:
            state = _("%(state)s (corrected)") % {"state": state}
        lines.append(
            Row(
                (
                    Cell(date_format((mark.due_at or mark.at).astimezone(zone), "D j M H:i")),
                    Cell(state),
                    Cell(mark.reason),
                    Cell(mark.by.name if mark.by else ""),
                )
            )
        )
    return Table(
        _("Doses"),
        (Column(_("Due")), Column(_("What became of it")), Column(_("Why")), Column(_("By"))),
        tuple(lines),
        empty=_("No dose was written down here in the last 30 days."),
    )


def _container(kept: Any) -> str:
    return _("%(where)s · %(count)s %(unit)s expected") % {
        "where": words.said(words.STORAGES, kept.storage),
        "count": expected_now(kept),
        "unit": kept.unit,
    }


def _counts(kept: Any, zone: ZoneInfo) -> Table:
    first = Row(
        (
            Cell(date_format(kept.received_at.astimezone(zone), "j M Y H:i")),
            Cell(str(kept.counted)),
            Cell(_("brought in")),
        )
    )
    rows = [
        Row(
            (
                Cell(date_format(each.at.astimezone(zone), "j M Y H:i")),
                Cell(str(each.count)),
                Cell(each.reason),
            )
        )
        for each in sorted(kept.counts.all(), key=lambda count: count.at)
    ]
    return Table(
        _("Counts"),
        (Column(_("When")), Column(_("Counted"), numeric=True), Column(_("Note"))),
        (first, *rows),
    )


def _home(row: TakeHome) -> str:
    text = _("%(doses)s doses for %(first)s to %(last)s") % {
        "doses": row.doses,
        "first": date_format(row.first_day, "j M"),
        "last": date_format(row.last_day, "j M"),
    }
    if row.back_at is None:
        return text
    return f"{text} · " + _("%(count)s came back") % {"count": row.back_doses}


def _events(actor: Actor, row: Medication) -> list[MedicationEvent]:
    return list(
        _of(MedicationEvent, actor, row).select_related("by").order_by("-at", "-created_at")
    )


def _moment(event: MedicationEvent, zone: ZoneInfo) -> Moment:
    detail = event.detail
    what = words.said(words.EVENTS, event.what)
    if event.what == "start":
        what = f"{what}: {words.said(words.START_STEPS, detail.get('step', ''))}"
    changed = [
        f"{old} → {detail['after'][name]}"
        for name, old in detail.get("before", {}).items()
        if detail.get("after", {}).get(name) not in (None, old)
    ]
    if "score" in detail:
        changed.append(_("score %(score)s") % {"score": detail["score"]})
    return Moment(
        when=date_format(event.at.astimezone(zone), "j M Y H:i"),
        what=what,
        by=event.by.name if event.by else "",
        detail=" · ".join(filter(None, (*changed, event.words))),
    )
