"""What a guardian or a minor's parent signs for the client, or beside them: the plan, as it stands.

A guardian whom a court named stands in the client's place (42 CFR 2.15). A minor's parent signs
beside the minor, who decides what a parent reads (2.14): without their consent there is nothing.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
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
from homeward.portal.plan import GoalOfPlan, StepOfPlan, goals_of, steps_of_version
from homeward.portal.sharing import (
    Candidate,
    Found,
    contacts_behind,
    held_contacts,
    items_in,
    released,
)
from homeward.released.actions import release
from homeward.released.models import Kind, Page
from homeward.released.told import Told, Under

READING = Actor.of_service("portal.guardian")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A plan that waits for this account's signature, and what its reading rests on."""

    plan: Plan
    own: Own
    contact: Contact
    under: Under

    @property
    def called(self) -> str:
        """The client as they are called."""
        return self.own.client.called


@dataclass(frozen=True, slots=True)
class ToSign:
    """A plan that waits, as the first page names it."""

    plan_id: str
    called: str


def plans_to_sign(actor: Actor, now: datetime) -> Found:
    """That a plan waits, for the first page of who signs it."""
    return [
        (
            each.contact,
            Told(
                each.contact.pk,
                Kind.WAITING,
                {"plan_id": str(each.plan.pk), "called": each.called},
            ),
            each.under,
        )
        for each in waiting_for(actor, now)
    ]


def to_sign_in(told: Sequence[Told]) -> tuple[ToSign, ...]:
    """The same, as it was released."""
    return tuple(ToSign(**each.content) for each in told if each.kind is Kind.WAITING)


def release_plan(actor: Actor, now: datetime, plan_id: UUID) -> None:
    """Decide whether this plan may be read by who signs it, and write down that it was."""
    held_contacts(actor)
    waiting = [each for each in waiting_for(actor, now) if each.plan.pk == plan_id]
    for each in waiting:
        audit.record(
            "plans.plan.read_by_guardian", actor=actor, subject=each.plan, at=now,
            client_id=each.plan.client_id,
        )  # fmt: skip
    found: Found = [
        (
            each.contact,
            Told(each.contact.pk, Kind.ITEM, _plan_content(each), RecordClass.ASSESSMENT.value),
            each.under,
        )
        for each in waiting
    ]
    release(actor=actor, page=Page.PLAN, found=found, now=now)


def _plan_content(waiting: Waiting) -> dict[str, Any]:
    plan, own = waiting.plan, waiting.own
    goals = goals_of(own, plan, steps_of_version(own, plan.pk), {}, {})
    return {
        "plan_id": str(plan.pk),
        "version": plan.version,
        "lead": _("The plan of %(client)s, written with %(name)s")
        % {"client": waiting.called, "name": plan.author.name},
        "goals": [asdict(each) for each in goals],
        "strengths": plan.strengths,
        "changed_because": plan.amendment_reason,
    }


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
        cls, told: Sequence[Told], plan_id: UUID, form: SignatureForm | None = None
    ) -> "GuardianPage":
        """Raises Plan.DoesNotExist where nothing of this id was released."""
        plans = items_in(told, RecordClass.ASSESSMENT)
        kept = next((each for each in plans if each["plan_id"] == str(plan_id)), None)
        if kept is None:
            raise Plan.DoesNotExist
        return cls(
            plan_id=plan_id,
            lead=kept["lead"],
            goals=tuple(_goal(each) for each in kept["goals"]),
            strengths=kept["strengths"],
            changed_because=kept["changed_because"],
            form=form or SignatureForm(version=kept["version"]),
        )


def _goal(kept: dict[str, Any]) -> GoalOfPlan:
    """What was said about a step stays with the client and the team, so no step brings words."""
    steps = (
        StepOfPlan(**{**step, "helps": tuple(step["helps"]), "words": (), "marks": ()})
        for step in kept["steps"]
    )
    return GoalOfPlan(kept["own_words"], tuple(steps))


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
        under = _read_under(actor, contact, right, plan, now) if plan is not None else None
        if plan is not None and under is not None:
            found.append(Waiting(plan, own, contact, under))
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


def _read_under(
    actor: Actor, contact: Contact, right: Guardianship, plan: Plan, now: datetime
) -> Under | None:
    """A court's guardian reads in the client's place; a parent what the minor lets them read.

    None where it may not be read.
    """
    if right.right == Guardianship.Right.COURT:
        return Under()
    row: Any = plan
    item = Item(f"plan {plan.pk}", RecordClass.ASSESSMENT.value, local_day(row.started_at))
    asked = Candidate(item, str(plan.pk), version_of(row))
    shown = released(actor, contact, [asked], (RecordClass.ASSESSMENT,), now)
    return shown.each.get(item.id)
