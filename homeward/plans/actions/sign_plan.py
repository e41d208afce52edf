"""Signatures under a plan: author, client or guardian or a refusal, co-signer, physician."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from homeward import audit
from homeward.consents.rules.signing import is_same_name
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, State
from homeward.kernel.roles import Role
from homeward.people.models import Client
from homeward.plans import cosigning, individual
from homeward.plans.facts import PlanActivated, PlanSigned
from homeward.plans.models import Plan, PlanSignature
from homeward.plans.reviewing import STAY, next_review_on
from homeward.plans.rules.completeness import problems_before_signing
from homeward.plans.rules.content import NEWEST_FORM, content_hash
from homeward.plans.rules.signatories import OWN, is_answered
from homeward.plans.rules.tree import PlanDraft
from homeward.plans.signatories import guardians_signing, who_agrees
from homeward.plans.tree_rows import tree_of
from homeward.staff.models import Worker

Meaning = PlanSignature.Meaning
ACCESS = {
    Meaning.AUTHOR: Access.SIGN,
    Meaning.CLIENT: Access.WRITE,
    Meaning.CLIENT_REFUSED: Access.WRITE,
    Meaning.GUARDIAN: Access.WRITE,
    Meaning.COSIGN: Access.APPROVE,
    Meaning.PHYSICIAN: Access.SIGN,
}
# Each is the answer of the client's side; there is one.
ANSWERS = frozenset({Meaning.CLIENT, Meaning.CLIENT_REFUSED, Meaning.GUARDIAN})
# Typed by the person it names, not by staff.
OF_THEIR_SIDE = frozenset({Meaning.CLIENT, Meaning.GUARDIAN})


class PlanIncomplete(Refusal):
    """The plan lacks something; the codes say what."""


class AuthorSignsFirst(Refusal):
    """Client and co-signer sign what the author has signed."""


class PlanNotIndividual(Refusal):
    """The plan still says what the library says, or what another client's plan says.

    `twins` are the sentences of this plan that stand in another one.
    """

    def __init__(self, *codes: str, twins: tuple[str, ...] = ()) -> None:
        super().__init__(*codes)
        self.twins = twins


class NoCourtGuardian(Refusal):
    """Nobody signs for this client or beside them: no court's guardian, no minor's parent."""


class NotAPhysician(Refusal):
    """This signature is a physician's."""


class NotTheAuthor(Refusal):
    """Only the author of this version signs as its author."""


class AlreadySigned(Refusal):
    """This signature is already there."""


class NobodyCosignsOwnWork(Refusal):
    """A co-signature is another person's."""


class CosignerNotLicensed(Refusal):
    """A co-signature is put by somebody who signs alone on that day."""


class CosignerNotSupervisor(Refusal):
    """A co-signature is put by somebody who supervises the author on that day."""


class NameOfAnother(Refusal):
    """The typed name is not the client's."""


class RefusalNeedsReason(Refusal):
    """A client who does not sign is recorded with the reason."""


class PlanClosed(Refusal):
    """This version is no longer in force."""


@action
def sign_plan(
    *,
    actor: Actor,
    plan_id: UUID,
    meaning: str,
    now: datetime,
    signer_name: str = "",
    reason: str = "",
    expected_version: int | None = None,
) -> PlanSignature:
    """Put one signature under the plan; with author and client it comes into force.

    The signature keeps the hash of the whole plan. The author's freezes the text; the version
    that was in force before is superseded when this one comes into force. Where a court named a
    guardian, the guardian agrees in the client's place; beside a minor whose state asks for it, a
    parent agrees too. What the client's side signs on a
    colleague's screen keeps that colleague as its witness.
    """
    if meaning not in Meaning.values:
        raise NotAllowed
    plan = (
        Plan.objects.for_actor(actor, Purpose.TREATMENT, to=ACCESS[Meaning(meaning)])
        .select_for_update(of=("self",))
        .get(pk=plan_id)
    )
    return put_under(
        actor, plan, meaning, now, typed=signer_name, why=reason, expected_version=expected_version
    )


def put_under(
    actor: Actor, plan: Plan, meaning: str, now: datetime, *, typed: str, why: str,
    expected_version: int | None,
) -> PlanSignature:  # fmt: skip
    """Put one signature under a plan its caller reached and locked, in the caller's transaction."""
    if plan.state in (Plan.State.SUPERSEDED, Plan.State.CLOSED):
        raise PlanClosed
    expect_version(plan, expected_version)
    there = {row.meaning for row in _signatures(plan)}
    tree = tree_of(plan)
    service = Actor.of_service("plans")
    clients = Client.objects.for_actor(service, Purpose.TREATMENT).select_related("site")
    client: Client = clients.get(pk=plan.client_id)
    agrees = who_agrees(client, now)
    if _is_there(meaning, there, agrees):
        raise AlreadySigned
    name, credential = _check(actor, plan, client, meaning, there, tree, typed, why, now)
    try:
        with transaction.atomic():
            signature = PlanSignature.objects.create(
                client_id=plan.client_id,
                site_id=plan.site_id,
                plan=plan,
                meaning=meaning,
                at=now,
                worker_id=actor.worker_id,
                name=name[:120],
                credential=credential,
                content_hash=content_hash(tree),
                content_form=NEWEST_FORM,
                reason=why.strip()[:200],
            )
    except IntegrityError as fault:
        raise AlreadySigned from fault
    audit.record("plans.plan.signed", actor=actor, subject=plan, at=now, reason=meaning)
    _come_into_force(plan, agrees, {*there, meaning}, now)
    if meaning == Meaning.AUTHOR:
        cosigning.author_signed(actor, plan, client, now)
    elif meaning == Meaning.COSIGN:
        cosigning.second_signed(actor, plan, now)
    announce(PlanSigned(plan.pk, plan.episode_id, plan.client_id, str(meaning), actor, now))
    return signature


def _check(
    actor: Actor, plan: Plan, client: Client, meaning: str, there: set[str], tree: PlanDraft,
    typed: str, why: str, now: datetime,
) -> tuple[str, str]:  # fmt: skip
    """The name and credential of the signature, or the refusal."""
    if meaning == Meaning.AUTHOR:
        _check_author(actor, plan, tree, now)
    elif Meaning.AUTHOR not in there:
        raise AuthorSignsFirst
    if meaning in OF_THEIR_SIDE:
        names: tuple[str, ...] = (client.name, client.preferred_name)
        if meaning == Meaning.GUARDIAN:
            names = tuple(each.contact.name for each in guardians_signing(client, now))
            if not names:
                raise NoCourtGuardian
        if not is_same_name(typed, names):
            raise NameOfAnother
        return " ".join(typed.split()), ""
    if meaning == Meaning.CLIENT_REFUSED and not why.strip():
        raise RefusalNeedsReason
    if actor.worker_id is None:
        raise NotAllowed
    if meaning == Meaning.PHYSICIAN and not actor.has_role(Role.PHYSICIAN):
        raise NotAPhysician
    if meaning == Meaning.COSIGN:
        _refuse_cosigner(cosigning.second_by(actor, plan, now))
    worker = Worker.objects.get(pk=actor.worker_id)
    return worker.name, cosigning.held_on(worker.pk, cosigning.local_day(plan, now)).titles


def _check_author(actor: Actor, plan: Plan, tree: PlanDraft, now: datetime) -> None:
    """The author's own plan, whole, and this client's own."""
    if actor.worker_id != plan.author_id:
        raise NotTheAuthor
    today = cosigning.local_day(plan, now)
    if found := problems_before_signing(tree, today):
        raise PlanIncomplete(*found)
    if borrowed := individual.borrowed(plan, tree, today):
        raise PlanNotIndividual(*dict.fromkeys(gap.code for gap in borrowed))
    if copy := individual.copied(plan, tree, today):
        raise PlanNotIndividual("plan_is_a_copy", twins=copy.twins)


def _refuse_cosigner(decision: Decision) -> None:
    refusals: dict[str, type[Refusal]] = {
        "cosigner_is_another": NobodyCosignsOwnWork,
        "cosigner_signs_alone": CosignerNotLicensed,
        "cosigner_supervises": CosignerNotSupervisor,
    }
    for line in decision.lines(State.NOT_MET):
        raise refusals[line.code]


def _is_there(meaning: str, there: set[str], agrees: str) -> bool:
    """Whether this signature, or the answer it would give, stands there already."""
    if meaning in there or (meaning in OWN and there & OWN):
        return True
    return meaning in ANSWERS and is_answered(agrees, there)


def _come_into_force(plan: Plan, agrees: str, signed: set[str], now: datetime) -> None:
    if plan.state == Plan.State.ACTIVE:
        return
    if not is_answered(agrees, signed) or Meaning.AUTHOR not in signed:
        plan.change(state=Plan.State.SIGNED)
        return
    service = Actor.of_service("plans")
    former = Plan.objects.for_actor(service, Purpose.TREATMENT).filter(
        episode_id=plan.episode_id, state=Plan.State.ACTIVE
    )
    for version in former.select_for_update(of=("self",)):
        version.change(state=Plan.State.SUPERSEDED, ended_at=now)
    zone = plan.site.time_zone
    plan.change(
        state=Plan.State.ACTIVE,
        active_from=now,
        review_due_on=next_review_on(plan.episode, now, zone),
        stay_due_on=next_review_on(plan.episode, now, zone, STAY),
    )
    announce(PlanActivated(plan.pk, plan.episode_id, plan.client_id, plan.kind, now))


def _signatures(plan: Plan) -> list[PlanSignature]:
    service = Actor.of_service("plans")
    return list(PlanSignature.objects.for_actor(service, Purpose.TREATMENT).filter(plan=plan))
