"""One need and one referral, as their pages print them."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.consents.rules.disclosure import Disclosure as Answer
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Fact, Moment
from homeward.core.forms import ActionForm
from homeward.desk.admissions.times import when
from homeward.desk.clients.reach import initials_for, openable, short_name_for
from homeward.desk.linkage.pages.lines import Line, mark_followed, tone_at, visit_line
from homeward.desk.referrals.pages import left
from homeward.kernel.records import RecordClass
from homeward.linkage import words
from homeward.linkage.models import Need, NeedReferral
from homeward.linkage.sending import answer_for

EVENT_TONES = {"met": "done", "reopened": "attention"}
STEP_TONES = {"accepted": "done", "no_answer": "attention", "wait_listed": "attention"}
ASK, SEND = "ask", "send"


@dataclass(frozen=True, slots=True)
class NeedPage:
    """A need: where it stands, what may be done, where the client was sent, what happened."""

    title: str
    name: str
    initials: str
    client_url: str
    timer: str
    tone: str
    acts: tuple[Act, ...]
    facts: tuple[Fact, ...]
    referrals: tuple[Line, ...]
    moments: tuple[Moment, ...]

    @classmethod
    def of(cls, actor: Actor, row: Need, now: datetime) -> "NeedPage":
        """As it stands."""
        is_open = row.state == Need.State.OPEN
        writes = may(actor.roles, RecordClass.LINKAGE, Access.WRITE)
        due = row.answer_due_at
        return cls(
            title=words.said(words.NEEDS, row.kind),
            name=short_name_for(actor, row.client),
            initials=initials_for(actor, row.client),
            client_url=_support_url(actor, row.client_id),
            timer=left(due, now)
            if due
            else words.said(words.EVENTS, row.state)
            if not is_open
            else _("open"),
            tone=tone_at(due, now) if due else "done" if row.state == "met" else "neutral",
            acts=tuple(_acts(row)) if writes else (),
            facts=tuple(_facts(row)),
            referrals=tuple(_referral(each, now) for each in _referrals(row)),
            moments=tuple(_moments(row)),
        )


def _acts(row: Need) -> list[Act]:
    def turn(act: str) -> str:
        return reverse("desk:need_turn", args=[row.pk, act])

    if row.state != Need.State.OPEN:
        return [Act(_("It came back"), turn("reopen"), "primary")]
    first = (Act(_("Send the client on"), turn(SEND)), Act(_("Ask the client"), turn(ASK)))
    if row.wants != "now":
        first = (Act(_("Ask the client"), turn(ASK), "primary"), first[0])
    else:
        first = (Act(_("Send the client on"), turn(SEND), "primary"), first[1])
    return [*first, Act(_("Met"), turn("met")), Act(_("Set aside"), turn("dropped"))]


def _facts(row: Need) -> list[Fact]:
    found = [
        Fact(_("The client"), words.said(words.WANTS, row.wants)),
        Fact(_("Stands in the way"), words.said(words.SEVERITIES, row.severity)),
        Fact(_("In the client’s words"), row.own_words),
        Fact(_("Note"), row.note),
        Fact(_("Open since"), when(row.opened_at)),
    ]
    if row.owner:
        found.append(Fact(_("Follows it"), row.owner.name))
    return [fact for fact in found if fact.value]


def _referrals(row: Need) -> list[NeedReferral]:
    rows = row.referrals.select_related("service", "owner").order_by("-sent_at")
    return list(rows)


def _referral(row: NeedReferral, now: datetime) -> Line:
    url = reverse("desk:need_referral", args=[row.pk])
    if row.ended_at is not None:
        tone = "done" if row.kept_on else "neutral"
        tag = words.said(words.REFERRAL_OUTCOMES, row.outcome)
        return Line(row.service.name, when(row.ended_at), tag, tone, url)
    sub = f"{words.said(words.REFERRAL_STATES, row.state)} · {row.owner.name}"
    return Line(row.service.name, sub, left(row.due_at, now), tone_at(row.due_at, now), url)


def _moments(row: Need) -> list[Moment]:
    made = []
    for each in row.events.select_related("by").order_by("-at", "-pk"):
        detail = [words.said(words.WANTS, each.wants), words.said(words.SEVERITIES, each.severity)]
        if each.what in ("told", "reopened"):
            detail.append(words.said(words.SOURCES, each.source))
        made.append(
            Moment(
                when(each.at),
                words.said(words.EVENTS, each.what),
                by=each.by.name if each.by else "",
                detail=" · ".join(filter(None, (*detail, each.note))),
                tone=EVENT_TONES.get(each.what, "neutral"),
                machine_time=each.at.isoformat(),
            )
        )
    return made


@dataclass(frozen=True, slots=True)
class ReferralPage:
    """One referral: the timer, what may be said, appointments, every step."""

    title: str
    name: str
    initials: str
    need_url: str
    timer: str
    tone: str
    is_open: bool
    acts: tuple[Act, ...]
    facts: tuple[Fact, ...]
    visits: tuple[Line, ...]
    moments: tuple[Moment, ...]
    consent: str
    consent_tone: str
    answer: Answer | None
    consent_form: ActionForm | None
    consent_url: str

    @classmethod
    def of(cls, actor: Actor, row: NeedReferral, now: datetime) -> "ReferralPage":
        """As it stands, with what the consents in force let anybody say to the place."""
        is_open = row.ended_at is None
        writes = may(actor.roles, RecordClass.LINKAGE, Access.WRITE)
        answer = answer_for(row.client, row.service, now) if is_open else None
        drafts = may(actor.roles, RecordClass.CONSENTS, Access.WRITE)
        lacks = answer is not None and bool(answer.withheld)
        zone = row.site.time_zone
        visits = mark_followed(list(row.appointments.select_related("service").order_by("-at")))
        return cls(
            title=f"{words.said(words.NEEDS, row.need.kind)}: {row.service.name}",
            name=short_name_for(actor, row.client),
            initials=initials_for(actor, row.client),
            need_url=reverse("desk:need", args=[row.need_id]),
            timer=left(row.due_at, now)
            if is_open
            else words.said(words.REFERRAL_OUTCOMES, row.outcome),
            tone=tone_at(row.due_at, now) if is_open else "done" if row.kept_on else "neutral",
            is_open=is_open,
            acts=tuple(_referral_acts(row)) if writes and is_open else (),
            facts=tuple(_referral_facts(row)),
            visits=tuple(
                visit_line(each, zone, may_write=writes and is_open, now=now) for each in visits
            ),
            moments=tuple(_steps(row)),
            consent=_consent_words(answer),
            consent_tone="attention" if lacks else "done",
            answer=answer,
            consent_form=ActionForm() if lacks and drafts else None,
            consent_url=reverse("desk:need_referral_consent", args=[row.pk]),
        )


def _referral_acts(row: NeedReferral) -> list[Act]:
    def turn(act: str) -> str:
        return reverse("desk:need_referral_turn", args=[row.pk, act])

    is_booked = row.state == NeedReferral.State.BOOKED
    return [
        Act(_("What the place said"), turn("answer"), "primary"),
        *([] if is_booked else [Act(_("Book the appointment"), turn("book"))]),
        Act(_("What came of it"), turn("end")),
    ]


def _referral_facts(row: NeedReferral) -> list[Fact]:
    place = row.service
    found = [
        Fact(
            _("Place"), " · ".join(filter(None, (place.name, place.phone))),
            Act(_("Open"), reverse("desk:directory_service", args=[place.pk]), about=place.name),
        ),
        Fact(_("How it began"), words.said(words.FOOTINGS, row.footing)),
        Fact(_("Sent"), when(row.sent_at)),
        Fact(_("Stands at"), words.said(words.REFERRAL_STATES, row.state)),
        Fact(_("Follows it"), row.owner.name),
        Fact(_("Why it ended so"), row.reason),
    ]  # fmt: skip
    return [fact for fact in found if fact.value]


def _steps(row: NeedReferral) -> list[Moment]:
    made = []
    for each in row.steps.select_related("by").order_by("-at", "-recorded_at"):
        said = (each.spoke_with, words.said(words.FOOTINGS, each.footing), each.note)
        made.append(
            Moment(
                when(each.at), words.said(words.STEPS, each.step),
                by=each.by.name if each.by else "", detail=" · ".join(filter(None, said)),
                tone=STEP_TONES.get(each.step, "neutral"), machine_time=each.at.isoformat(),
            )
        )  # fmt: skip
    return made


def _consent_words(answer: Answer | None) -> str:
    if answer is None:
        return ""
    if answer.withheld:
        return _(
            "No consent in force covers this place. Call together with the client, let them call,"
            " or ask them to sign one. Without any of it, say nothing that names them."
        )
    return _("A consent in force covers this place. You may say who it is and what for.")


def _support_url(actor: Actor, client_id: object) -> str:
    opens = openable(actor, [client_id])  # type: ignore[list-item]
    return reverse("desk:chart_support", args=[client_id]) if client_id in opens else ""
