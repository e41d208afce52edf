"""One transfer: where it stands against its days, what may be sent, visits, every step."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Fact, Moment
from homeward.core.forms import ActionForm
from homeward.desk.admissions.times import when
from homeward.desk.clients.reach import initials_for, openable, short_name_for
from homeward.desk.linkage.pages.lines import (
    STAND_TONES,
    Line,
    day,
    hand_off_of,
    mark_followed,
    visit_line,
)
from homeward.desk.referrals.pages import left
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.linkage import words
from homeward.linkage.actions.packets import may_send, preview
from homeward.linkage.models import Transfer
from homeward.linkage.reaching import numbers_of
from homeward.linkage.rules.hand_off import stand_of

STEP_TONES = {
    "received": "done", "accepted": "done", "kept": "done", "booked": "info", "sent": "info",
    "withheld": "attention", "declined": "attention", "missed": "attention",
    "no_answer": "attention",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TransferPage:
    """Everything the page of a transfer prints."""

    title: str
    name: str
    initials: str
    lead: str
    client_url: str
    tag: str
    tone: str
    is_open: bool
    acts: tuple[Act, ...]
    facts: tuple[Fact, ...]
    decision: Decision
    goes: tuple[str, ...]
    stays: tuple[str, ...]
    has_place: bool
    sends: bool
    packet_url: str
    consent_form: ActionForm | None
    consent_url: str
    visits: tuple[Line, ...]
    moments: tuple[Moment, ...]

    @classmethod
    def of(cls, actor: Actor, row: Transfer, now: datetime) -> "TransferPage":
        """As it stands now, for whoever may read it."""
        is_open = row.ended_at is None
        writes = may(actor.roles, RecordClass.LINKAGE, Access.WRITE)
        steps = list(row.steps.select_related("by").order_by("-at", "-recorded_at"))
        visits = mark_followed(list(row.appointments.select_related("service").order_by("-at")))
        taken = frozenset(each.step for each in steps)
        decision = stand_of(hand_off_of(row, now, taken), numbers_of(row.client, now))
        shown = preview(actor, row, now) if is_open else ()
        stays = tuple(part.title for part, goes in shown if not goes)
        drafts = may(actor.roles, RecordClass.CONSENTS, Access.WRITE)
        zone = row.site.time_zone
        return cls(
            title=words.said(words.LEVELS, row.level),
            name=short_name_for(actor, row.client),
            initials=initials_for(actor, row.client),
            lead=_lead(row, now),
            client_url=_support_url(actor, row),
            tag=words.said(words.STANDS, decision.outcome),
            tone=STAND_TONES[decision.outcome],
            is_open=is_open,
            acts=tuple(_acts(row, sends=may_send(actor))) if writes and is_open else (),
            facts=tuple(_facts(row)),
            decision=decision,
            goes=tuple(part.title for part, goes in shown if goes),
            stays=stays,
            has_place=row.service_id is not None,
            sends=may_send(actor) and is_open and row.service_id is not None,
            packet_url=reverse("desk:transfer_packet", args=[row.pk]),
            consent_form=ActionForm() if stays and drafts else None,
            consent_url=reverse("desk:transfer_consent", args=[row.pk]),
            visits=tuple(
                visit_line(each, zone, may_write=writes and is_open, now=now) for each in visits
            ),
            moments=tuple(_moment(each) for each in steps),
        )


def _lead(row: Transfer, now: datetime) -> str:
    if row.ended_at is not None:
        ended = words.said(words.TRANSFER_OUTCOMES, row.outcome)
        return f"{ended} · {day(row.kept_on)}" if row.kept_on else ended
    stands = words.said(words.TRANSFER_STATES, row.state)
    return f"{stands} · {left(row.due_at, now)}"


def _acts(row: Transfer, *, sends: bool) -> list[Act]:
    def turn(act: str) -> str:
        return reverse("desk:transfer_turn", args=[row.pk, act])

    state = Transfer.State(row.state)
    made = []
    if row.service_id is None or state == Transfer.State.DECLINED:
        made.append(Act(_("Choose the place"), turn("place"), "primary"))
    elif state == Transfer.State.SENT or (state == Transfer.State.OPEN and not sends):
        made.append(Act(_("What the place said"), turn("answer"), "primary"))
    elif state not in (Transfer.State.BOOKED, Transfer.State.OPEN):
        made.append(Act(_("Book the first visit"), turn("book"), "primary"))
    offered = {each.url for each in made}
    rest = [
        Act(_("What the place said"), turn("answer")),
        Act(_("Book the first visit"), turn("book")),
        Act(_("Choose another place"), turn("place")),
        Act(_("What came of it"), turn("end")),
    ]
    if state == Transfer.State.BOOKED:
        rest = [each for each in rest if each.url != turn("book")]
    return [*made, *(each for each in rest if each.url not in offered)]


def _facts(row: Transfer) -> list[Fact]:
    place = row.service
    found = [
        Fact(
            _("Place"), " · ".join(filter(None, (row.where, place.phone if place else ""))),
            Act(_("Open"), reverse("desk:directory_service", args=[place.pk]), about=place.name)
            if place else None,
            empty=_("no place chosen yet"),
        ),
        Fact(_("Which way"), words.said(words.DIRECTIONS, row.direction)),
        Fact(_("Level there"), row.level_code),
        Fact(_("How soon"), words.said(words.URGENCIES, row.urgency)),
        Fact(_("Why"), words.said(words.REASONS_WHY, row.reason_code)),
        Fact(_("In a sentence"), row.reason),
        Fact(_("Care at this level ends"), day(row.from_on)),
        Fact(_("First visit by"), day(row.due_on)),
        Fact(_("Follows it"), row.owner.name),
        Fact(_("Why it ended so"), row.outcome_reason),
    ]  # fmt: skip
    return [fact for fact in found if fact.value or fact.empty]


def _moment(each: Any) -> Moment:
    said = [each.spoke_with]
    if each.footing != "nothing":
        said.append(words.said(words.FOOTINGS, each.footing))
    said.append(each.note)
    url = reverse("desk:document", args=[each.document_id]) if each.document_id else ""
    return Moment(
        when(each.at),
        words.said(words.TRANSFER_STEPS, each.step),
        by=each.by.name if each.by else "",
        detail=" · ".join(filter(None, said)),
        url=url,
        tone=STEP_TONES.get(each.step, "neutral"),
        machine_time=each.at.isoformat(),
    )


def _support_url(actor: Actor, row: Transfer) -> str:
    if row.client_id not in openable(actor, [row.client_id]):
        return ""
    return reverse("desk:chart_support", args=[row.client_id])
