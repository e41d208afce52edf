"""Opening the record of somebody who asked for care."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.admissions.actions.reaching import inquiry_to_write
from homeward.admissions.carrying import facts_of_inquiry, facts_of_screening
from homeward.admissions.numbering import next_chart_number
from homeward.admissions.rules.age import old_enough
from homeward.admissions.rules.pipeline import is_ended
from homeward.assessments.actions import carry_over
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.people.models import Client
from homeward.program.queries import numbers_for


class IdentityIncomplete(Refusal):
    """A full name and a birth date that lies in the past; the codes name the fields."""


class TooYoung(Refusal):
    """The program does not admit this age; `decision` says the limit and its source."""

    def __init__(self, decision: Decision) -> None:
        super().__init__("too_young")
        self.decision = decision


class MaybeKnownHere(Refusal):
    """Somebody of that name and birth date has a record: choose it, or say it is another person."""


class ScreeningAlreadyStarted(Refusal):
    """This inquiry has its client record."""


class InquiryOver(Refusal):
    """This inquiry has ended; a new call is a new inquiry."""


@action
def start_screening(
    *,
    actor: Actor,
    inquiry_id: UUID,
    name: str,
    birth_date: date | None,
    now: datetime,
    preferred_name: str = "",
    pronouns: str = "",
    sex: str = "",
    language: str = "en",
    phone: str = "",
    primary_substance: str = "",
    allergies: str = "",
    existing_client_id: UUID | None = None,
    is_another_person: bool = False,
    chart_number: str = "",
    expected_version: int | None = None,
) -> Client:
    """Open the client's record, or tie the inquiry to one that exists; never merged by itself."""
    inquiry = inquiry_to_write(actor, inquiry_id)
    if is_ended(inquiry.state):
        raise InquiryOver
    if inquiry.client_id is not None:
        raise ScreeningAlreadyStarted
    expect_version(inquiry, expected_version)
    today = now.astimezone(ZoneInfo(inquiry.site.time_zone)).date()
    full = " ".join(name.split())
    problems = [] if " " in full else ["full_name_missing"]
    if birth_date is None or not date(1900, 1, 1) <= birth_date <= today:
        problems.append("birth_date_missing")
    if problems or birth_date is None:
        raise IdentityIncomplete(*problems)
    limit = numbers_for(inquiry.program, today)["minimum_age"]
    gate = old_enough(birth_date, today, minimum_years=int(limit), source=limit.source)
    if gate.outcome != "yes":
        raise TooYoung(gate)
    if existing_client_id is not None:
        client = Client.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.MINIMAL).get(
            pk=existing_client_id
        )
        if client.pk not in {each.pk for each in namesakes(actor, full, birth_date)}:
            raise Client.DoesNotExist
    elif not is_another_person and namesakes(actor, full, birth_date):
        raise MaybeKnownHere
    else:
        digits = [letter for letter in (phone or inquiry.phone) if letter.isdigit()]
        client = Client.objects.create(
            site_id=inquiry.site_id,
            chart_number=chart_number or next_chart_number(),
            name=full[:120],
            preferred_name=preferred_name.strip()[:60],
            pronouns=pronouns.strip()[:30],
            birth_date=birth_date,
            sex=sex,
            language=language,
            phone=phone or inquiry.phone,
            phone_ending="".join(digits[-4:]),
            voicemail="ok" if inquiry.may_leave_message else "never",
            allergies=allergies.strip()[:200],
            primary_substance=primary_substance or (inquiry.substances or [""])[0],
        )
        # The row must lie within what the actor may write; otherwise nothing happened.
        Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=client.pk)
        audit.record(
            "people.client.opened", actor=actor, subject=client, at=now, client_id=client.pk
        )
    inquiry.change(client=client)
    audit.record(
        "admissions.screening.started",
        actor=actor,
        subject=inquiry,
        at=now,
        client_id=client.pk,
    )
    # Somebody known here may be out of the desk's reach; what they told goes into their record.
    house = Actor.of_service("admissions")
    hand = actor if existing_client_id is None else house
    whole = Client.objects.for_actor(house, Purpose.TREATMENT).get(pk=client.pk)
    told = (*facts_of_inquiry(inquiry), *facts_of_screening(inquiry, whole, now))
    carry_over(actor=hand, client=client, facts=told, now=now)
    return client


def namesakes(actor: Actor, name: str, birth_date: date) -> list[Client]:
    """Records of the same name and birth date that the actor may know of."""
    rows = Client.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.MINIMAL)
    return list(rows.filter(name__iexact=name, birth_date=birth_date).order_by("chart_number"))
