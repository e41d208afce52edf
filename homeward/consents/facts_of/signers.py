"""What decides who may sign for a client: age, state law, and a court's word."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q

from homeward.consents.models import Guardianship, MinorConsentAge
from homeward.consents.rules import world as rules
from homeward.consents.rules.authority import age_on
from homeward.consents.rules.jurisdictions import StateAge, ages_on
from homeward.consents.rules.numbers import Numbers
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

_engine = Actor.of_service("consents")
# Beyond this age no state's law on minors can matter to a paper of the last years.
LONG_ADULT = 30


def facts_of(client: Client, now: datetime) -> rules.ClientFacts:
    """The client as the engine knows them, and when a court had somebody decide for them."""
    return rules.ClientFacts(
        id=str(client.pk),
        birth_date=client.birth_date,
        state=(client.site.state or None) if may_be_minor(client, now) else None,
        under_guardian=tuple(
            (row.starts_at, row.ends_at) for row in _of_courts(client).order_by("starts_at")
        ),
    )


def age_lines_for(client: Client, now: datetime) -> tuple[StateAge, ...]:
    """The program's lines of the states' ages; not asked for a client long grown up."""
    return _lines() if may_be_minor(client, now) else ()


def may_be_minor(client: Client, now: datetime) -> bool:
    """Whether they were young enough lately for a minor's rules to matter."""
    return (
        bool(client.birth_date) and age_on(client.birth_date, local_day(client, now)) < LONG_ADULT
    )


def local_day(client: Client, at: datetime) -> date:
    """The day of an instant where the client comes."""
    return at.astimezone(ZoneInfo(client.site.time_zone)).date()


def state_ages(on: date) -> Mapping[str, int]:
    """The program's table over the shipped one, as it holds on a day."""
    return ages_on(_lines(), on)


def _lines() -> tuple[StateAge, ...]:
    rows = MinorConsentAge.objects.order_by("state", "starts_on")
    return tuple(StateAge(row.state, row.starts_on, row.age) for row in rows)


def _of_courts(client: Client) -> Any:
    rows = Guardianship.objects.for_actor(_engine, Purpose.TREATMENT)
    return rows.filter(client_id=client.pk, right=Guardianship.Right.COURT)


def court_guardians(client: Client, at: datetime) -> Any:
    """The court guardianships in force at an instant."""
    return _of_courts(client).filter(Q(ends_at=None) | Q(ends_at__gt=at), starts_at__lte=at)


def own_authority(client: Client, at: datetime) -> tuple[str, bool]:
    """By what right the client signs for themselves, and whether a parent must sign beside them.

    An unknown age is read as adult: the program admits adults.
    """
    if client.birth_date is None:
        return "client", False
    day = local_day(client, at)
    age, numbers = age_on(client.birth_date, day), Numbers()
    if age >= numbers.adult_age:
        return "client", False
    known = Numbers(numbers.adult_age, state_ages(day))
    return "minor_own", not known.minor_signs_alone(client.site.state, age)
