"""Who signs a plan, read from the record: guardian rights and the payer's own number."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.consents.facts_of.signers import own_authority
from homeward.consents.models import Guardianship
from homeward.consents.signers import guardians_of
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.coverage.models import Coverage, PayerNumber
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, Source
from homeward.kernel.roles import Role
from homeward.people.models import Client, TeamMembership
from homeward.plans.models import Plan
from homeward.plans.rules.signatories import SigningCase, signatories_of
from homeward.staff.queries import held_on, workers_with_role

NUMBER = "plan_physician_signs"
SERVICE = Actor.of_service("plans")


def signing_of(plan: Plan, client: Client, at: datetime) -> Decision:
    """Who is wanted under this plan at an instant, and why."""
    case = agreeing_case(client, at)
    number = _asking(client, at.astimezone(ZoneInfo(client.site.time_zone)).date())
    return signatories_of(
        replace(
            case,
            payer=number.payer.name if number else "",
            payer_source=Source(NUMBER, number.source_title, number.tag, number.citation)
            if number
            else None,
        )
    )


def agreeing_case(client: Client, at: datetime) -> SigningCase:
    """Who agrees for the client at an instant: what the rule is told of guardians and age."""
    rights = guardians_of(client, at)
    court = next((each for each in rights if each.right == Guardianship.Right.COURT), None)
    return SigningCase(
        guardian=court.contact.name if court else "",
        parent_too=own_authority(client, at)[1],
        parents=tuple(each.contact.name for each in rights if each is not court),
    )


def who_agrees(client: Client, at: datetime) -> str:
    """The client, a guardian in their place, or the client and a parent: the rule's outcome."""
    return str(signatories_of(agreeing_case(client, at)).outcome)


def guardians_signing(client: Client, at: datetime) -> list[Guardianship]:
    """Whose signature as the guardian counts now: a court's guardian, else a minor's parents."""
    rights = guardians_of(client, at)
    courts = [each for each in rights if each.right == Guardianship.Right.COURT]
    if courts or not own_authority(client, at)[1]:
        return courts
    return rights


def right_of(actor: Actor, client: Client, at: datetime) -> Guardianship | None:
    """The right by which this account signs for the client or beside them now."""
    rights = guardians_signing(client, at)
    return next((each for each in rights if each.contact.account_id == actor.account_id), None)


def _asking(client: Client, on: date) -> Any:
    """The number of a payer of this client that asks for a physician's signature on a day."""
    covers = Coverage.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        held_on(on), client_id=client.pk
    )
    numbers = PayerNumber.objects.filter(
        code=NUMBER, starts_on__lte=on, payer_id__in=[each.payer_id for each in covers]
    )
    newest: dict[Any, PayerNumber] = {}
    for number in numbers.select_related("payer").order_by("starts_on"):
        newest[number.payer_id] = number
    return next((each for each in newest.values() if each.value > 0), None)


def clients_asking(on: date) -> frozenset[UUID]:
    """Everybody whose payer asks for a physician's signature on a day."""
    newest = {
        row.payer_id: row.value
        for row in PayerNumber.objects.filter(code=NUMBER, starts_on__lte=on).order_by("starts_on")
    }
    asking = [payer for payer, value in newest.items() if value > 0]
    covers = Coverage.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        held_on(on), payer_id__in=asking
    )
    return frozenset(each.client_id for each in covers)


def physician_for(episode: Any, at: datetime) -> UUID | None:
    """A physician of the client's team, else the first of the site; None where there is none."""
    of_site = workers_with_role(Role.PHYSICIAN, local_day(at), site_id=episode.site_id)
    team = TeamMembership.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        client_id=episode.client_id, ends_at=None, worker__in=of_site
    )
    member = team.order_by("starts_at").first()
    if member is not None:
        return member.worker_id
    first = of_site.order_by("name").first()
    return first.pk if first else None
