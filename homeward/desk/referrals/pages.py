"""All that the pages of referrals print."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.consents.rules.disclosure import Disclosure as Answer
from homeward.core.actors import Actor
from homeward.core.components import Act, Face, Fact, Moment, Need
from homeward.desk.admissions.times import when
from homeward.desk.clients.reach import (
    chart_url,
    initials_for,
    name_for,
    openable,
    short_name_for,
)
from homeward.directory import words
from homeward.directory.disclosing import answer_for
from homeward.directory.models import HandOffStep, Referral
from homeward.directory.queries import open_referrals, recent_referrals, referrals_of
from homeward.people.models import Client

SOON = timedelta(hours=2)
STEP_TONES = {
    HandOffStep.Step.ACCEPTED: "done",
    HandOffStep.Step.ARRIVED: "done",
    HandOffStep.Step.DECLINED: "attention",
    HandOffStep.Step.NO_ANSWER: "attention",
}


def left(due_at: datetime, now: datetime) -> str:
    """The timer in words: how long is left, or how long it is over."""
    minutes = round((due_at - now).total_seconds() / 60)
    hours = round(abs(minutes) / 60)
    if hours >= 48:
        span = ngettext("%d day", "%d days", hours // 24) % (hours // 24)
    elif hours:
        span = ngettext("%d hour", "%d hours", hours) % hours
    else:
        span = ngettext("%d minute", "%d minutes", abs(minutes)) % abs(minutes)
    return (
        _("%(span)s left") % {"span": span} if minutes >= 0 else _("%(span)s late") % {"span": span}
    )


def tone_of(row: Referral, now: datetime) -> str:
    """Red when it is late, amber when it is nearly so."""
    if row.closed_at is not None:
        return "neutral"
    if row.due_at < now:
        return "urgent"
    return "attention" if row.due_at - now < SOON else "info"


def line_of(actor: Actor, row: Referral, now: datetime, opens: frozenset[object]) -> Need:
    """One referral in a list."""
    place = row.service.name if row.service else _("no place chosen yet")
    if row.closed_at is None:
        sub = _("%(left)s · %(place)s · %(owner)s")
        facts = {"left": left(row.due_at, now), "place": place, "owner": row.owner.name}
    else:
        sub = _("%(outcome)s · %(place)s · %(when)s")
        facts = {
            "outcome": words.OUTCOMES[row.outcome],
            "place": place,
            "when": when(row.closed_at),
        }
    face = Face(
        initials_for(actor, row.client),
        short_name_for(actor, row.client),
        chart_url(row.client_id, opens),  # type: ignore[arg-type]
    )
    act = Act(_("Open"), reverse("desk:referral", args=[row.pk]), about=str(words.KINDS[row.kind]))
    return Need(face, str(words.KINDS[row.kind]), sub % facts, act, tone_of(row, now))


@dataclass(frozen=True, slots=True)
class ReferralsPage:
    """The open referrals, what is due first at the top, and those that ended last."""

    subline: str
    waiting: tuple[Need, ...]
    ended: tuple[Need, ...]

    @classmethod
    def of(cls, actor: Actor, now: datetime) -> "ReferralsPage":
        """Only those of people this actor cares for."""
        rows, ended = open_referrals(actor), recent_referrals(actor)
        opens = openable(actor, (row.client_id for row in (*rows, *ended)))
        late = sum(row.due_at < now for row in rows)
        return cls(
            _("%(open)s open · %(late)s late") % {"open": len(rows), "late": late},
            tuple(line_of(actor, row, now, opens) for row in rows),
            tuple(line_of(actor, row, now, opens) for row in ended),
        )


@dataclass(frozen=True, slots=True)
class ClientReferrals:
    """The referrals of one client."""

    client: Client
    rows: tuple[Need, ...]

    @classmethod
    def of(cls, actor: Actor, client: Client, now: datetime) -> "ClientReferrals":
        """The open ones first."""
        rows = referrals_of(actor, client.pk)
        for row in rows:
            row.client = client
        return cls(client, tuple(line_of(actor, row, now, frozenset()) for row in rows))


@dataclass(frozen=True, slots=True)
class ReferralPage:
    """One referral: the timer, what may be said, the steps, the end."""

    row: Referral
    title: str
    name: str
    initials: str
    timer: str
    tone: str
    is_open: bool
    facts: tuple[Fact, ...]
    moments: tuple[Moment, ...]
    consent: str
    consent_tone: str
    answer: Answer | None
    client_url: str

    @classmethod
    def of(cls, actor: Actor, row: Referral, now: datetime) -> "ReferralPage":
        """As it stands, with what the consents in force let staff say to the place."""
        is_open = row.closed_at is None
        answer = answer_for(row.client, row.service, now) if row.service and is_open else None
        opens = openable(actor, [row.client_id])
        return cls(
            row=row,
            title=str(words.KINDS[row.kind]),
            name=name_for(actor, row.client),
            initials=initials_for(actor, row.client),
            timer=left(row.due_at, now) if is_open else str(words.OUTCOMES[row.outcome]),
            tone=tone_of(row, now),
            is_open=is_open,
            facts=_facts(row),
            moments=_moments(row),
            consent=_consent_words(row, answer),
            consent_tone="done" if answer and not answer.withheld else "attention",
            answer=answer,
            client_url=chart_url(row.client_id, opens),
        )


def _facts(row: Referral) -> tuple[Fact, ...]:
    place = row.service
    change = (
        Act(_("Open"), reverse("desk:directory_service", args=[place.pk]), about=place.name)
        if place
        else None
    )
    found = [
        Fact(_("Place"), f"{place.name} · {place.phone}" if place else "", change),
        Fact(_("Why"), str(words.REASONS.get(row.reason_code, row.reason_code.replace("_", " ")))),
        Fact(_("In a sentence"), row.reason),
        Fact(_("Opened"), _by(row.opened_at, row.opened_by)),
        Fact(_("Known by"), when(row.due_at)),
        Fact(_("Follows it"), row.owner.name),
    ]
    if row.closed_at:
        found += [
            Fact(_("Ended"), _by(row.closed_at, row.closed_by)),
            Fact(_("What came of it"), str(words.OUTCOMES[row.outcome])),
        ]
    if row.outcome_reason:
        found.append(Fact(_("Why it ended so"), row.outcome_reason))
    if row.discharged_elsewhere_on:
        found.append(Fact(_("Discharged there on"), row.discharged_elsewhere_on.isoformat()))
    return tuple(found)


def _by(at: datetime, worker: object) -> str:
    name = getattr(worker, "name", "")
    return f"{when(at)} · {name}" if name else when(at)


def _moments(row: Referral) -> tuple[Moment, ...]:
    steps = row.steps.select_related("by", "service").order_by("-at", "-recorded_at")
    return tuple(
        Moment(
            when(each.at),
            str(words.STEPS[each.step]),
            by=each.by.name if each.by else "",
            detail=" · ".join(
                filter(
                    None,
                    (
                        each.service.name if each.service else "",
                        each.spoke_with,
                        str(words.TOLD[each.told]),
                        each.note,
                    ),
                )
            ),
            tone=STEP_TONES.get(HandOffStep.Step(each.step), "neutral"),
            machine_time=each.at.isoformat(),
        )
        for each in steps
    )


def _consent_words(row: Referral, answer: Answer | None) -> str:
    if row.closed_at is not None:
        return ""
    if answer is None:
        return _("Choose the place first. What you may tell it depends on the place.")
    if answer.withheld:
        return _(
            "No consent in force covers this place. Call together with the person, or ask them"
            " to sign one. Without either, say nothing that names them."
        )
    return _("A consent in force covers this place. You may tell it who the person is and why.")
