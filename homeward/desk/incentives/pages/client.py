"""What a client's page of incentives prints to people at work."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.components import Act, Fact
from homeward.incentives import words
from homeward.incentives.ledger import owed_to, used_by
from homeward.incentives.models import Entry, Posting, Turn
from homeward.incentives.queries import (
    course_of,
    postings_of,
    present_turns,
    terms_of,
    turns_of,
)
from homeward.incentives.rules import course
from homeward.incentives.rules.cents import dollars
from homeward.incentives.rules.terms import PRIZE, Terms
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, decision_from_json
from homeward.kernel.records import RecordClass
from homeward.people.queries import reaches

TONES = {"met": "done", "unmet": "attention", "missed": "attention", "excused": "neutral"}


def money(cents: int) -> str:
    """An amount as it is written."""
    return f"−${dollars(-cents)}" if cents < 0 else f"${dollars(cents)}"


@dataclass(frozen=True, slots=True)
class TurnLine:
    """One thing that was counted, what it earned, and why."""

    day: str
    what: str
    tag: str
    tone: str
    earned: str
    why: Decision
    act: Act | None


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """One posting as the client's own account has it."""

    day: str
    what: str
    cents: str
    sub: str


@dataclass(frozen=True, slots=True)
class ClientPage:
    """Where a course stands, what each turn earned and why, what is owed and was handed over."""

    is_on: bool
    facts: tuple[Fact, ...]
    ahead: Decision | None
    turns: tuple[TurnLine, ...]
    money: tuple[MoneyLine, ...]
    acts: tuple[Act, ...]

    @classmethod
    def of(cls, actor: Actor, client: Any, now: datetime) -> "ClientPage":
        """Everything about one client the reader reaches."""
        zone = ZoneInfo(client.site.time_zone)
        row = course_of(client.pk)
        turns = turns_of(actor, client.pk, Purpose.TREATMENT)
        owed = owed_to(client.pk)
        facts, ahead = [], None
        if row is not None:
            terms = terms_of(row.protocol)
            used = used_by(client.pk, local_day(now, client.site.time_zone))
            history = [each.outcome for each in present_turns(row)]
            ahead = course.next_amount(terms, history, used)
            facts = [
                Fact(_("Takes part since"), date_format(row.signed_at.astimezone(zone))),
                *(
                    [Fact(_("Guardian who said yes"), row.guardian_name)]
                    if row.guardian_name
                    else []
                ),
                Fact(_("Schedule"), row.protocol.name),
                Fact(_("What counts"), str(words.TARGETS[row.protocol.target])),
                Fact(_("In a row now"), str(ahead.extras["streak"])),
                Fact(_("The next brings"), next_words(terms, ahead)),
                Fact(_("Earned this calendar year"), money(used.year)),
            ]
        facts.append(Fact(_("Earned, not handed over yet"), money(owed)))
        corrects = reaches(actor, client, RecordClass.DRUG_TESTS, to=Access.WRITE)
        postings = postings_of(actor, client.pk, Purpose.TREATMENT)
        earned = {each.turn_id: each.pk for each in postings if each.turn_id}
        return cls(
            is_on=row is not None,
            facts=tuple(facts),
            ahead=ahead,
            turns=tuple(_turn(each, earned if corrects else {}) for each in turns),
            money=tuple(_money(each, zone) for each in postings),
            acts=tuple(_acts(actor, client, row, owed)),
        )


def next_words(terms: Terms, ahead: Decision) -> str:
    """The next amount, or the next draws, in words."""
    if terms.kind == PRIZE:
        draws = int(ahead.extras["draws"])
        return ngettext("%(n)s draw", "%(n)s draws", draws) % {"n": draws}
    return money(int(ahead.extras["cents"]))


def _money(row: Posting, zone: ZoneInfo) -> MoneyLine:
    cents = -sum(each.cents for each in row.entries.all() if each.account == Entry.Account.OWED)
    proposal = row.proposal
    sub = ""
    if proposal is not None:
        people = f"{proposal.proposed_by.name}, {proposal.settled_by.name}"
        sub = " · ".join(filter(None, (
            proposal.stock.name if proposal.stock else "", people, proposal.reason,
        )))  # fmt: skip
    what = _("Earned") if row.kind == Posting.Kind.EARN else str(words.PROPOSALS[row.kind])
    return MoneyLine(date_format(row.at.astimezone(zone)), what, money(cents), sub)


def _turn(row: Turn, earned: dict[Any, Any]) -> TurnLine:
    act = None
    posting = earned.get(row.pk)
    if posting is not None:
        act = Act(_("Put right"), reverse("desk:incentive_correction", args=[posting]), "plain",
                  about=date_format(row.on))  # fmt: skip
    return TurnLine(
        date_format(row.on),
        row.what or what_of(row.origin),
        str(words.OUTCOMES[row.outcome]),
        TONES[row.outcome],
        money(row.cents),
        decision_from_json(row.decision),
        act,
    )


def what_of(origin: str) -> str:
    """What was counted, by the first word of its origin."""
    kinds = {"test": _("Test"), "session": _("Session"), "activity": _("Activity")}
    return kinds.get(origin.partition(":")[0], origin)


def _acts(actor: Actor, client: Any, row: Any, owed: int) -> list[Act]:
    acts = []
    if owed and reaches(actor, client, RecordClass.SCHEDULE, to=Access.WRITE):
        acts.append(Act(_("Hand over"), _url("hand_over", client), kind="primary"))
        acts.append(Act(_("Void"), _url("void", client), kind="plain"))
    if row is not None and row.protocol.target == "activity" and reaches(
        actor, client, RecordClass.DRUG_TESTS, to=Access.WRITE
    ):  # fmt: skip
        acts.insert(0, Act(_("Count an activity"), _url("activity", client)))
    if reaches(actor, client, RecordClass.CONSENTS, to=Access.WRITE):
        label = _("Stop taking part") if row is not None else _("Take part")
        acts.append(Act(label, _url("course", client)))
    return acts


def _url(what: str, client: Any) -> str:
    return reverse(f"desk:incentive_{what}", args=[client.pk])
