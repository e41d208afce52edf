"""Reaching one test to change it, and who may judge a result."""

from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet

from homeward.core.access import Access, may
from homeward.core.actors import SERVICE, Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.drugtests.models import DrugTest, LabMessage, LabOrder
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.models import TeamMembership
from homeward.staff.models import RoleGrant, Worker

SERVED = Actor.of_service("drugtests.served_sites")
SECONDING = Actor.of_service("drugtests.seconding")


class NotInThatState(Refusal):
    """The test has moved on, or is not there yet."""


def locked_test(
    actor: Actor, test_id: UUID, *, states: tuple[str, ...], expected_version: int | None
) -> DrugTest:
    """The test, locked for a change, in one of these states.

    Raises DrugTest.DoesNotExist out of scope, StaleVersion, NotInThatState.
    """
    test: DrugTest = (
        DrugTest.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .select_related("episode", "site", "client")
        .get(pk=test_id)
    )
    expect_version(test, expected_version)
    if test.state not in states:
        raise NotInThatState
    return test


def require_judgement(actor: Actor) -> None:
    """Raise NotAllowed for those who collect but do not read results."""
    if actor.kind != SERVICE and not may(actor.roles, RecordClass.DRUG_TESTS, Access.READ):
        raise NotAllowed("results_are_for_clinicians")


def require_right_to_enter(actor: Actor, test: DrugTest) -> None:
    """Raise NotAllowed for a later result, unless the actor reads results at all.

    Who only collects says what the specimen in hand shows; what was entered once is the
    clinicians' from then on.
    """
    if test.resulted_at is not None:
        require_judgement(actor)


def seconds_for(client: Any, actor: Actor) -> list[Worker]:
    """Who may agree to a test of this client: others of the team who may write tests."""
    now_on_team = TeamMembership.objects.for_actor(SECONDING, Purpose.OPERATIONS).filter(
        client=client, ends_at=None
    )
    rows = Worker.objects.filter(pk__in=now_on_team.values("worker_id"), site_id=client.site_id)
    grants = RoleGrant.objects.filter(worker__in=rows, ends_on=None)
    roles: dict[Any, set[Role]] = {}
    for grant in grants:
        roles.setdefault(grant.worker_id, set()).add(Role(grant.role))
    return [
        worker
        for worker in rows.order_by("name")
        if worker.pk != actor.worker_id
        and may(frozenset(roles.get(worker.pk, ())), RecordClass.DRUG_TESTS, Access.WRITE)
    ]


def messages_within(actor: Actor) -> QuerySet[LabMessage]:
    """The laboratories' messages an actor may decide about.

    A message with an order belongs to the order's site. One of nobody's may only be about a
    specimen that its laboratory had from somewhere, so it is shown at the sites that have sent it
    one; only where no site ever has, at every site, lest nobody looks.
    """
    rows = LabMessage.objects.all()
    if not all(grant.site_id for grant in actor.grants):
        return rows
    orders = LabOrder.objects.for_actor(SERVED, Purpose.OPERATIONS)
    of_laboratory = orders.filter(laboratory_id=OuterRef("laboratory_id"))
    served = Exists(of_laboratory.filter(site_id__in=actor.site_ids))
    return rows.filter(
        Q(lab_order__site_id__in=actor.site_ids)
        | (Q(lab_order=None) & (served | ~Exists(of_laboratory)))
    )


def local_day(moment: datetime, site: Any) -> date:
    """The date at the site's own wall clock."""
    return moment.astimezone(ZoneInfo(site.time_zone)).date()
