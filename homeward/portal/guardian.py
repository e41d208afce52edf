"""What a guardian or a minor's parent signs for the client, or beside them: the plan, as it stands.

A guardian whom a court named stands in the client's place (42 CFR 2.15). A minor's parent signs
beside the minor, who decides what a parent reads (2.14): without their consent there is nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from homeward import audit
from homeward.admissions.queries import open_episode_of
from homeward.consents.models import Guardianship
from homeward.consents.rules.request import Item
from homeward.consents.versions import version_of
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client, Contact
from homeward.plans.models import Plan, PlanSignature
from homeward.plans.rules.signatories import GUARDIAN
from homeward.plans.signatories import right_of
from homeward.portal.forms import SignatureForm
from homeward.portal.own import Own
from homeward.portal.plan import GoalOfPlan, goals_of, steps_of_version
from homeward.portal.sharing import Candidate, contacts_behind, released

READING = Actor.of_service("portal.guardian")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A plan that waits for this account's signature, and whose it is."""

    plan: Plan
    own: Own
    right: Guardianship

    @property
    def called(self) -> str:
        """The client as they are called."""
        return self.own.client.called


@dataclass(frozen=True, slots=True)
class GuardianPage:
    """The plan in the client's words, and the form under it."""

    plan_id: UUID
    lead: str
    goals: tuple[GoalOfPlan, ...]
    strengths: str
    changed_because: str
    form: SignatureForm

    @classmethod
    def of(
        cls, actor: Actor, plan_id: UUID, now: datetime, form: SignatureForm | None = None
    ) -> "GuardianPage":
        """Raises Plan.DoesNotExist where nothing of this id waits for this account."""
        found = next((each for each in waiting_for(actor, now) if each.plan.pk == plan_id), None)
        if found is None:
            raise Plan.DoesNotExist
        plan, own = found.plan, found.own
        audit.record(
            "plans.plan.read_by_guardian", actor=actor, subject=plan, at=now,
            client_id=plan.client_id,
        )  # fmt: skip
        return cls(
            plan_id=plan.pk,
            lead=_("The plan of %(client)s, written with %(name)s")
            % {"client": found.called, "name": plan.author.name},
            goals=goals_of(own, plan, steps_of_version(own, plan.pk), {}),
            strengths=plan.strengths,
            changed_because=plan.amendment_reason,
            form=form or SignatureForm(version=plan.version),
        )


def waiting_for(actor: Actor, now: datetime) -> tuple[Waiting, ...]:
    """The plans that wait for the signature of who this account belongs to."""
    found = []
    for contact in contacts_behind(actor):
        clients = Client.objects.for_actor(READING, Purpose.CLIENT_REQUEST).select_related("site")
        client: Client = clients.get(pk=contact.client_id)
        right = right_of(actor, client, now)
        if right is None or right.contact_id != contact.pk:
            continue
        own = Own(READING, client, open_episode_of(READING, client), now)
        plan = _waits(own)
        if plan is not None and _may_read(actor, contact, right, plan, now):
            found.append(Waiting(plan, own, right))
    return tuple(found)


def _waits(own: Own) -> Plan | None:
    """The plan its author has signed and no guardian yet."""
    if own.episode is None:
        return None
    rows = Plan.objects.for_actor(READING, Purpose.CLIENT_REQUEST).filter(
        episode=own.episode, state=Plan.State.SIGNED
    )
    plan: Plan | None = rows.select_related("author").order_by("-number").first()
    if plan is None:
        return None
    signed = PlanSignature.objects.for_actor(READING, Purpose.CLIENT_REQUEST).filter(plan=plan)
    meanings = {row.meaning for row in signed}
    return plan if "author" in meanings and GUARDIAN not in meanings else None


def _may_read(
    actor: Actor, contact: Contact, right: Guardianship, plan: Plan, now: datetime
) -> bool:
    """A court's guardian reads in the client's place; a parent what the minor lets them read."""
    if right.right == Guardianship.Right.COURT:
        return True
    row: Any = plan
    asked = Candidate(
        Item(f"plan {plan.pk}", RecordClass.ASSESSMENT.value, local_day(row.started_at)),
        row,
        version_of(row),
    )
    return bool(released(actor, contact, [asked], (RecordClass.ASSESSMENT,), now).candidates)
