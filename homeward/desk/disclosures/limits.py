"""Wishes to keep something from somebody, and safety flags."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.consents import actions
from homeward.consents.labels import CLASSES, CLASSES_TOLD, joined
from homeward.consents.models import RestrictionAnswer, RestrictionRequest, SafetyFlag
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.desk.admissions.reaching import client_of
from homeward.desk.admissions.times import when
from homeward.desk.admissions.views.small import small_page
from homeward.desk.chart.frame import chart_frame
from homeward.desk.disclosures.forms import FlagForm, LiftForm, WishAnswerForm, WishForm, chosen
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import contacts_of


@dataclass(frozen=True, slots=True)
class LimitLine:
    """One wish or flag: what, from whom, how it stands, and what can be done."""

    fact: str
    sub: str
    state: str
    tone: str
    act: Act | None


@dataclass(frozen=True, slots=True)
class Limits:
    """Everything that keeps something from somebody."""

    wishes: tuple[LimitLine, ...]
    flags: tuple[LimitLine, ...]
    acts: tuple[Act, ...]

    @classmethod
    def of(cls, actor: Actor, client: Client, now: datetime) -> "Limits":
        """The newest first."""
        about = {"client_id": client.pk}
        wishes = RestrictionRequest.objects.for_actor(actor, Purpose.TREATMENT).filter(**about)
        answers: dict[Any, RestrictionAnswer] = {}
        said = RestrictionAnswer.objects.for_actor(actor, Purpose.TREATMENT).filter(**about)
        for answer in said.select_related("by").order_by("at", "created_at"):
            answers[answer.request_id] = answer
        flags = SafetyFlag.objects.for_actor(actor, Purpose.TREATMENT).filter(**about)
        approves = may(actor.roles, RecordClass.CONSENTS, Access.APPROVE)
        writes = may(actor.roles, RecordClass.CONSENTS, Access.WRITE)
        return cls(
            tuple(
                _wish(row, answers.get(row.pk), approves=approves)
                for row in wishes.select_related("contact", "party").order_by("-asked_at")
            ),
            tuple(
                _flag(row, now, writes=writes)
                for row in flags.select_related("contact", "party", "raised_by").order_by(
                    "-starts_at"
                )
            ),
            (
                Act(_("A wish to keep something"), reverse("desk:limit_new", args=[client.pk])),
                Act(_("A safety flag"), reverse("desk:flag_new", args=[client.pk]), "danger"),
            )
            if writes
            else (),
        )


@requires(RecordClass.CONSENTS, get=Access.READ)
def limits(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Wishes with their answers, and flags."""
    frame = chart_frame(request, client_id, tab="desk:chart_consents", by_name=False)
    page = Limits.of(request.actor, frame.client, clock.now())  # type: ignore[attr-defined]
    return render(request, "desk/disclosures/limits.html", {"frame": frame, "page": page})


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def limit_new(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The client asks that something be kept from somebody."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_of(actor, client_id)
    return small_page(
        request,
        WishForm(request.POST or None, contacts=contacts_of(actor, client)),
        title=_("A wish to keep something"),
        lead=_("It binds once the program has agreed. Treatment in an emergency goes before it."),
        save=_("Write it down"),
        back=_back(client.pk),
        done=_("Written down. It waits for an answer."),
        fields={"description_missing": "classes"},
        perform=lambda data: actions.request_restriction(
            actor=actor,
            client_id=client_id,
            classes=data["classes"],
            recipient_class=data["recipient_class"],
            is_paid_in_full=data["is_paid_in_full"],
            words=data["words"],
            **chosen(data["to"]),
            now=clock.now(),
        ),
    )


@requires(RecordClass.CONSENTS, get=Access.APPROVE, post=Access.APPROVE)
def limit_answer(request: HttpRequest, restriction_id: UUID) -> HttpResponse:
    """Agree or not, with the reason."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = RestrictionRequest.objects.for_actor(actor, Purpose.OPERATIONS)
    wish = rows.select_related("contact", "party").get(pk=restriction_id)
    return small_page(
        request,
        WishAnswerForm(request.POST or None),
        title=_("Answer: %(what)s") % {"what": _what(wish)},
        lead=" ".join(filter(None, (wish.words, binds_whom()))),
        save=_("Answer"),
        back=_back(wish.client_id),
        done=_("Answered. The client reads it on their own page."),
        fields={"restriction_reason_missing": "reason", "restriction_must_be_agreed": "is_agreed"},
        perform=lambda data: actions.answer_restriction(
            actor=actor,
            request_id=restriction_id,
            is_agreed=data["is_agreed"] == "yes",
            reason=data["reason"],
            now=clock.now(),
        ),
    )


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def flag_new(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Somebody must learn nothing, whatever was signed."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_of(actor, client_id)
    return small_page(
        request,
        FlagForm(request.POST or None, contacts=contacts_of(actor, client)),
        title=_("A safety flag"),
        lead=_("From now on this person or organization is shown and told nothing. "
               "They see what they would see on a quiet day."),
        save=_("Raise the flag"),
        danger=True,
        back=_back(client.pk),
        done=_("The flag stands."),
        fields={"flag_names_nobody": "to"},
        perform=lambda data: actions.raise_safety_flag(
            actor=actor,
            client_id=client_id,
            reason=data["reason"],
            **chosen(data["to"]),
            now=clock.now(),
        ),
    )  # fmt: skip


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def flag_lift(request: HttpRequest, flag_id: UUID) -> HttpResponse:
    """The danger has passed."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = SafetyFlag.objects.for_actor(actor, Purpose.TREATMENT)
    flag = rows.select_related("contact", "party").get(pk=flag_id)
    return small_page(
        request,
        LiftForm(request.POST if request.method == "POST" else None),
        title=_("Lift the flag: %(who)s") % {"who": _from(flag)},
        lead=_("What the client signed for them counts again from now on."),
        save=_("Lift it"),
        danger=True,
        back=_back(flag.client_id),
        done=_("The flag is lifted."),
        perform=lambda data: actions.lift_safety_flag(
            actor=actor, flag_id=flag_id, now=clock.now()
        ),
    )


def binds_whom() -> str:
    """What an agreed wish stops, said to who agrees: the engine lets nothing but care past it."""
    return _(
        "Agreed, it holds against every reason to share but a medical emergency: also a report of "
        "suspected harm to a child and a court order. If the law then asks for the record, "
        "answer anew first; the client is told."
    )


def _wish(
    row: RestrictionRequest, answer: RestrictionAnswer | None, *, approves: bool
) -> LimitLine:
    act = Act(_("Answer"), reverse("desk:limit_answer", args=[row.pk]), about=_what(row))
    if answer is None:
        state, tone, sub = _("waits for an answer"), "attention", ""
    elif answer.is_agreed:
        state, tone = _("agreed"), "done"
        sub = _("by %(name)s, %(when)s") % {"name": answer.by.name, "when": when(answer.at)}
    else:
        state, tone, sub = _("not agreed"), "neutral", answer.reason
    asked = _("asked %(when)s") % {"when": when(row.asked_at)}
    return LimitLine(
        _what(row), " · ".join(filter(None, (asked, sub))), state, tone, act if approves else None
    )


def _flag(row: SafetyFlag, now: datetime, *, writes: bool) -> LimitLine:
    stands = row.ends_at is None or row.ends_at > now
    lift = Act(_("Lift"), reverse("desk:flag_lift", args=[row.pk]), about=_from(row))
    who = row.raised_by.name if row.raised_by else ""
    since = _("since %(when)s") % {"when": when(row.starts_at)}
    ended = _("until %(when)s") % {"when": when(row.ends_at)} if row.ends_at else ""
    return LimitLine(
        _from(row),
        " · ".join(filter(None, (since, ended, who, row.reason))),
        _("learns nothing") if stands else _("lifted"),
        "urgent" if stands else "neutral",
        lift if writes and stands else None,
    )


def _what(row: RestrictionRequest) -> str:
    return _("keep %(what)s from %(whom)s") % {
        "what": joined(row.classes, CLASSES), "whom": _from(row),
    }  # fmt: skip


def _from(row: Any) -> str:
    named = row.contact or row.party
    if named:
        return str(named.name)
    kind = getattr(row, "recipient_class", "")
    return str(CLASSES_TOLD.get(kind, "")) or _("everybody")


def _back(client_id: UUID) -> Act:
    return Act(_("Limits and safety"), reverse("desk:limits", args=[client_id]))
