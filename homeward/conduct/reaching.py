"""Whom somebody may write about, and the numbers and rules that hold for them."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from homeward.admissions.models import Episode
from homeward.conduct.models import (
    ConductEvent,
    ContactRestriction,
    ResponseStep,
    RulesEdition,
)
from homeward.core.access import Access, may
from homeward.core.actors import STAFF, Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.program.models import Program
from homeward.program.queries import numbers_for
from homeward.staff.models import RoleGrant, Worker
from homeward.staff.queries import held_on

SERVICE = Actor.of_service("conduct")
IN_CHARGE = (Role.SUPERVISOR, Role.DIRECTOR)
AT_THE_DOOR = (
    Role.TECHNICIAN, Role.NURSE, Role.COUNSELOR, Role.FAMILY_COUNSELOR, Role.CASE_MANAGER,
    Role.SUPERVISOR, Role.PHYSICIAN, Role.PSYCHOLOGIST, Role.PEER,
)  # fmt: skip


def every(model: Any) -> Any:
    """All rows of a protected model, for rules, counts and orders that must see all."""
    return model.objects.for_actor(SERVICE, Purpose.OPERATIONS)


def is_about(actor: Actor, row: ContactRestriction) -> bool:
    """Whether the restriction keeps this very worker away: they never learn of it here."""
    return row.worker_id is not None and row.worker_id == actor.worker_id


def writes_events(actor: Actor) -> bool:
    """Whether the actor writes about clients at all: who writes notes, and who approves them."""
    return actor.kind == STAFF and any(
        may(actor.roles, RecordClass.NOTES, verb) for verb in (Access.WRITE, Access.APPROVE)
    )


def works_at_the_door(actor: Actor) -> bool:
    """Whether the actor looks through belongings; the front desk and the office do not."""
    return actor.kind == STAFF and actor.has_role(*AT_THE_DOOR)


def leads_care(actor: Actor) -> bool:
    """Whether the actor agrees on steps beyond a talk, and on who stays away from whom."""
    return actor.kind == STAFF and any(
        may(actor.roles, RecordClass.ASSESSMENT, verb) for verb in (Access.WRITE, Access.APPROVE)
    ) and not actor.has_role(Role.ADMISSIONS)  # fmt: skip


def is_in_charge(actor: Actor) -> bool:
    """A supervisor or the director."""
    return actor.kind == STAFF and actor.has_role(*IN_CHARGE)


def client_on_team(actor: Actor, client_id: UUID) -> Client:
    """A client whose care the actor knows at least in outline; Client.DoesNotExist otherwise."""
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    client: Client = rows.select_related("site").get(pk=client_id)
    if not reaches(actor, client, RecordClass.ASSESSMENT, Access.MINIMAL):
        raise Client.DoesNotExist
    return client


def client_led(actor: Actor, client_id: UUID) -> Client:
    """A client whose plan the actor writes, or whose counselor they supervise."""
    client = client_on_team(actor, client_id)
    if not may_lead(actor, client):
        raise NotAllowed("not_your_client")
    return client


def event_in_reach(actor: Actor, event_id: UUID) -> tuple[ConductEvent, Client, bool]:
    """An event as the client's tab would list it, and whether its words may be read.

    Who reads steps and not notes knows of the event by the step that answered it, without its
    words. ConductEvent.DoesNotExist or Client.DoesNotExist for everybody else.
    """
    read: ConductEvent | None = (
        ConductEvent.objects.for_actor(actor, Purpose.TREATMENT).filter(pk=event_id).first()
    )
    if read is None:
        steps = ResponseStep.objects.for_actor(actor, Purpose.TREATMENT)
        if not steps.filter(event_id=event_id).exists():
            raise ConductEvent.DoesNotExist
    row: ConductEvent = read or every(ConductEvent).get(pk=event_id)
    return row, client_on_team(actor, row.client_id), read is not None


def step_in_reach(actor: Actor, step_id: UUID) -> tuple[ResponseStep, Client]:
    """A step as the client's tab would list it; DoesNotExist for everybody else."""
    row: ResponseStep = ResponseStep.objects.for_actor(actor, Purpose.TREATMENT).get(pk=step_id)
    return row, client_on_team(actor, row.client_id)


def may_lead(actor: Actor, client: Client) -> bool:
    """Whether the actor agrees on steps with this client."""
    return leads_care(actor) and any(
        reaches(actor, client, RecordClass.ASSESSMENT, verb)
        for verb in (Access.WRITE, Access.APPROVE)
    )


def open_episode(client_id: UUID) -> Episode | None:
    """The episode of care a client is in."""
    rows = every(Episode).filter(client_id=client_id, ended_at=None)
    return rows.select_related("program", "site").first()  # type: ignore[no-any-return]


def program_for(client_id: UUID) -> Program | None:
    """The program whose rules and numbers count for a client."""
    episode = open_episode(client_id)
    return episode.program if episode else Program.objects.order_by("code").first()


def numbers_on(client_id: UUID, on: date) -> Mapping[str, ProgramNumber]:
    """The program's numbers for a client on a day."""
    return numbers_for(program_for(client_id), on)


def edition_in_force(program: Program | None) -> RulesEdition | None:
    """The newest published rules of a program; None before the first."""
    rows = RulesEdition.objects.filter(program=program, published_at__isnull=False)
    return rows.order_by("-number").first()


def workers_here(site_id: UUID, on: date) -> list[Worker]:
    """Who works at a site, by name: those of it, and those with a role there."""
    granted = RoleGrant.objects.filter(held_on(on), site_id=site_id).values("worker")
    found = Worker.objects.filter(pk__in=granted) | Worker.objects.filter(site_id=site_id)
    return list(found.distinct().order_by("name"))


def second_of(actor: Actor, second_id: UUID | None, site_id: UUID, on: date) -> Worker | None:
    """Somebody else of the same site; Worker.DoesNotExist for anybody else."""
    if second_id is None or second_id == actor.worker_id:
        return None
    found = next((each for each in workers_here(site_id, on) if each.pk == second_id), None)
    if found is None:
        raise Worker.DoesNotExist
    return found


def one_in_charge(worker_ids: Collection[UUID], on: date) -> bool:
    """Whether one of these is a supervisor or a director on a day."""
    rows = RoleGrant.objects.filter(held_on(on), worker_id__in=list(worker_ids))
    return rows.filter(role__in=[role.value for role in IN_CHARGE]).exists()
