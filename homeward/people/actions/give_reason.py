"""Opening a chart outside the team: with a reason, or by breaking the glass.

Source: 45 CFR 164.312(a)(2)(ii) and ONC 170.315(d)(6): a named set of users, a reason code and a
sentence, one client, the program's hours, review within its business days. It opens reading alone,
and counseling notes not at all.
"""

from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import STAFF_ROLES, Duty
from homeward.people.facts import GlassBroken
from homeward.people.models import AccessReason, Client
from homeward.program.queries import closed_days, numbers_for
from homeward.program.rules.defaults import safe_number
from homeward.program.rules.due import business_days_after

REASON_HOLDS = timedelta(hours=1)
SHORTEST_SENTENCE = 10
REASON_CODES = ("quality_review", "complaint", "supervision", "audit_sample", "coverage_of_absence")
GLASS_CODES = ("danger_to_life", "medical_emergency", "staff_unavailable")


class ReasonIncomplete(Refusal):
    """A code of the list and a sentence of at least ten letters are needed."""


class BreakGlassNotGranted(Refusal):
    """Only workers with the duty may break the glass."""


@action
def give_reason(
    *, actor: Actor, client_id: UUID, code: str, sentence: str, now: datetime
) -> AccessReason:
    """Say why this chart must be opened; it then opens for an hour to roles that may ask."""
    client = Client.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.MINIMAL).get(
        pk=client_id
    )
    return _record(actor, client, AccessReason.Kind.REASON, code, sentence, now)


class NoSuchChart(Refusal):
    """No record with this number at the sites where the worker is."""


@action
def break_glass(
    *, actor: Actor, chart_number: str, code: str, sentence: str, now: datetime
) -> AccessReason:
    """Open one client's chart for the program's hours in an emergency; the supervisor learns it."""
    if Duty.BREAK_GLASS not in actor.duties or not actor.roles & STAFF_ROLES:
        raise BreakGlassNotGranted
    service = Actor.of_service("break_glass")
    found = Client.objects.for_actor(service, Purpose.EMERGENCY).filter(
        chart_number=chart_number.strip().upper()
    )
    if all(grant.site_id for grant in actor.grants):
        found = found.filter(site_id__in=actor.site_ids)
    if (client := found.first()) is None:
        raise NoSuchChart
    return _record(actor, client, AccessReason.Kind.BREAK_GLASS, code, sentence, now)


def _record(
    actor: Actor, client: Client, kind: str, code: str, sentence: str, now: datetime
) -> AccessReason:
    breaks = kind == AccessReason.Kind.BREAK_GLASS
    if code not in (GLASS_CODES if breaks else REASON_CODES):
        raise ReasonIncomplete("code")
    if len(sentence.strip()) < SHORTEST_SENTENCE:
        raise ReasonIncomplete("sentence")
    holds, review_due_at = _of_glass(actor, client, now) if breaks else (REASON_HOLDS, None)
    reason = AccessReason.objects.create(
        client=client,
        site_id=client.site_id,
        account_id=actor.account_id,
        worker_id=actor.worker_id,
        kind=kind,
        code=code,
        sentence=sentence.strip(),
        given_at=now,
        ends_at=now + holds,
        review_due_at=review_due_at,
    )
    audit.record(f"people.{kind}.given", actor=actor, subject=reason, at=now, reason=code)
    if breaks and reason.review_due_at and actor.worker_id:
        announce(GlassBroken(reason.pk, client.pk, actor.worker_id, now, reason.review_due_at))
    return reason


def _of_glass(actor: Actor, client: Client, now: datetime) -> tuple[timedelta, datetime]:
    """How long it stays open; and the same hour at the site, the program's open business days
    later, until when somebody looks at it."""
    local = now.astimezone(ZoneInfo(client.site.time_zone))
    hours, days = glass_terms(actor, local.date())
    program_id = _program_of(actor)
    closed = frozenset[date]()
    if program_id is not None:
        closed = closed_days(program_id, local.date(), local.date() + timedelta(days=60))
    on = business_days_after(local.date(), int(days), closed)
    due = datetime.combine(on, local.time(), local.tzinfo).astimezone(now.tzinfo)
    return timedelta(hours=float(hours.value)), due


def glass_terms(actor: Actor, on: date) -> tuple[ProgramNumber, ProgramNumber]:
    """Hours an emergency opening holds, and business days to its review, where the actor works."""
    program_id = _program_of(actor)
    codes = ("break_glass_hours", "break_glass_review_business_days")
    if program_id is None:
        return safe_number(codes[0]), safe_number(codes[1])
    numbers = numbers_for(program_id, on)
    return numbers[codes[0]], numbers[codes[1]]


def _program_of(actor: Actor) -> UUID | None:
    return next((grant.program_id for grant in actor.grants if grant.program_id), None)
