"""Reads of this room worth a name."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from homeward.core.actors import Actor
from homeward.incentives.ledger import LEDGER
from homeward.incentives.models import Enrolment, Posting, Promise, Proposal, Protocol, Turn
from homeward.incentives.rules.terms import Terms
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.queries import reached_of


def is_on() -> bool:
    """Whether a director ever adopted a protocol; until then this room shows nowhere."""
    return Protocol.objects.filter(adopted_at__isnull=False).exists()


def in_force(program_id: UUID, on: date) -> Protocol | None:
    """The protocol a new course begins under."""
    rows = Protocol.objects.filter(
        program_id=program_id, adopted_at__isnull=False, ended_at=None, starts_on__lte=on
    )
    return rows.order_by("-starts_on", "-adopted_at").first()


def terms_of(protocol: Protocol) -> Terms:
    """Its numbers as the rules want them."""
    return Terms.from_json(protocol.terms)


def course_of(client_id: UUID) -> Enrolment | None:
    """The client's course under a protocol in force; the caller reached the client."""
    row = unended_course_of(client_id)
    return row if row is not None and row.protocol.ended_at is None else None


def unended_course_of(client_id: UUID) -> Enrolment | None:
    """The same where its protocol has ended too: nothing is earned there any more."""
    rows = Enrolment.objects.for_actor(LEDGER, Purpose.OPERATIONS)
    found: Enrolment | None = (
        rows.filter(client_id=client_id, ended_at=None).select_related("protocol", "site").first()
    )
    return found


def is_under_way(enrolment: Enrolment) -> bool:
    """Whether a course read before still goes on; asked again once its client is held."""
    rows = Enrolment.objects.for_actor(LEDGER, Purpose.OPERATIONS).filter(
        pk=enrolment.pk, ended_at=None, protocol__ended_at=None
    )
    return bool(rows.exists())


def courses_of(client_ids: Iterable[UUID], target: str) -> list[Enrolment]:
    """The open courses of these clients that count this kind of thing."""
    rows = Enrolment.objects.for_actor(LEDGER, Purpose.OPERATIONS).filter(
        client_id__in=list(client_ids), ended_at=None, protocol__target=target,
        protocol__ended_at=None,
    )  # fmt: skip
    return list(rows.select_related("protocol", "site").order_by("pk"))


def turns_of(actor: Actor, client_id: UUID, purpose: Purpose) -> list[Turn]:
    """What was counted, as it stands now, the newest first; within the actor's reach."""
    rows = Turn.objects.for_actor(actor, purpose).filter(client_id=client_id, superseded_by=None)
    return list(rows.select_related("enrolment__protocol").order_by("-counted_at", "-number"))


def present_turns(enrolment: Enrolment) -> list[Turn]:
    """The turns of one course as they stand, in the order of counting."""
    rows = Turn.objects.for_actor(LEDGER, Purpose.OPERATIONS)
    return list(rows.filter(enrolment=enrolment, superseded_by=None).order_by("number"))


def promise_for(enrolment: Enrolment, number: int) -> Promise | None:
    """The hash that was shown before this turn."""
    rows = Promise.objects.for_actor(LEDGER, Purpose.OPERATIONS)
    found: Promise | None = rows.filter(enrolment=enrolment, number=number).first()
    return found


def has_taken_part(client_id: UUID) -> bool:
    """Whether a client ever said yes; asked for the client's own pages."""
    rows = Enrolment.objects.for_actor(LEDGER, Purpose.OPERATIONS).filter(client_id=client_id)
    return bool(rows.exists())


def postings_of(
    actor: Actor, client_id: UUID, purpose: Purpose, *, with_people: bool = True
) -> list[Posting]:
    """Everything posted about one client, the newest first; within the actor's reach.

    `with_people`: who agreed on it, and which cards; pages of the client show neither.
    """
    rows = Posting.objects.for_actor(actor, purpose).filter(client_id=client_id)
    if with_people:
        rows = rows.select_related(
            "proposal__stock", "proposal__settled_by", "proposal__proposed_by"
        )
    return list(rows.prefetch_related("entries").order_by("-at", "-created_at"))


def waiting(actor: Actor) -> list[Proposal]:
    """What waits for a second person within the actor's reach, the oldest first.

    A correction is there for those alone who read the client's tests.
    """
    rows = Proposal.objects.for_actor(actor, Purpose.OPERATIONS).filter(settled_at=None)
    found = rows.select_related("client", "stock", "proposed_by", "site")
    waits = list(found.order_by("proposed_at", "pk"))
    asked = {row.client_id for row in waits if row.kind == Proposal.Kind.CORRECT}
    tests = reached_of(actor, asked, RecordClass.DRUG_TESTS) if asked else frozenset()
    # What is put right about a turn tells of a test.
    return [row for row in waits if row.kind != Proposal.Kind.CORRECT or row.client_id in tests]
