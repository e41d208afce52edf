"""A safety plan: begun with the client, saved, agreed to, gone through again."""

from datetime import datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.consents.rules.signing import is_same_name
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.program.queries import numbers_for
from homeward.safety.duties import LOOK_AT_PLAN, LOOKED_AT, end_duties, open_safety_duty
from homeward.safety.facts import SafetyPlanAgreed
from homeward.safety.models import SafetyPlan, SafetyPlanAgreement
from homeward.safety.on_duty import follows_up
from homeward.safety.parts import content_hash, parts_of, stored_of
from homeward.safety.reaching import SERVICE, day_at, program_of, whole_client, worker_id_of
from homeward.safety.rules.plan import Parts, problems, review_on, trimmed
from homeward.staff.models import Worker

Meaning = SafetyPlanAgreement.Meaning


class PlanIncomplete(Refusal):
    """The plan lacks something, or says too much; the codes say what."""


class PlanIsInForce(Refusal):
    """What was agreed to is never changed; a new version is begun."""


class PlanChangedSince(Refusal):
    """The client read another text than the one that stands there now."""


class NoPlanInForce(Refusal):
    """There is nothing to go through."""


class SafetyNameOfAnother(Refusal):
    """The client's agreement carries the client's own name."""


class SafetyReasonMissing(Refusal):
    """Why the client does not put their name, in a few words."""


@action
def start_plan(*, actor: Actor, client_id: UUID, now: datetime, why: str = "") -> SafetyPlan:
    """The draft of the next version, with what the last one says; an open draft is gone on with."""
    worker_id = worker_id_of(actor)
    client = _client(actor, client_id)
    rows = SafetyPlan.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(client_id=client.pk)
    draft: SafetyPlan | None = rows.filter(state=SafetyPlan.State.DRAFT).first()
    if draft is not None:
        return draft
    newest = rows.order_by("-number").first()
    in_force = rows.filter(state=SafetyPlan.State.ACTIVE).first()
    plan: SafetyPlan = SafetyPlan.objects.create(
        client=client,
        site_id=client.site_id,
        number=newest.number + 1 if newest else 1,
        parts=dict(in_force.parts) if in_force else {},
        made_with_id=worker_id,
        started_at=now,
        saved_at=now,
        why=" ".join(why.split())[:160],
    )
    audit.record("safety.plan.started", actor=actor, subject=plan, at=now)
    return plan


@action
def save_plan(
    *,
    actor: Actor,
    plan_id: UUID,
    parts: Parts,
    now: datetime,
    expected_version: int | None = None,
) -> SafetyPlan:
    """Keep what was written so far; what is missing may be missing still. Raises PlanIncomplete
    for a line that is too long, PlanIsInForce, StaleVersion."""
    plan = _held(actor, plan_id, Access.WRITE)
    if plan.state != SafetyPlan.State.DRAFT:
        raise PlanIsInForce
    expect_version(plan, expected_version)
    kept = trimmed(parts)
    if faults := [code for code in problems(kept) if not code.startswith("plan_needs_")]:
        raise PlanIncomplete(*faults)
    plan.change(parts=stored_of(kept), saved_at=now, made_with_id=worker_id_of(actor))
    audit.record("safety.plan.saved", actor=actor, subject=plan, at=now)
    return plan


@action
def agree_to_plan(
    *,
    actor: Actor,
    plan_id: UUID,
    now: datetime,
    read_hash: str,
    signer_name: str = "",
    declined_because: str = "",
    expected_version: int | None = None,
) -> SafetyPlan:
    """The client agrees, on their own phone or on a colleague's screen: the version is in force.

    `read_hash` names the text that was read; nobody agrees to words they did not see. A client
    who keeps the plan without putting a name is written down with why, by staff alone. Staff put
    their own name only from their own sign-in: where the client pressed alone, the client's stands
    alone. The version before is kept. Raises PlanIncomplete,
    SafetyNameOfAnother, SafetyReasonMissing, PlanChangedSince, PlanIsInForce, StaleVersion.
    """
    plan = _held(actor, plan_id, Access.WRITE)
    if plan.state != SafetyPlan.State.DRAFT:
        raise PlanIsInForce
    expect_version(plan, expected_version)
    parts = parts_of(plan.parts)
    if faults := problems(parts):
        raise PlanIncomplete(*faults)
    digest = content_hash(parts)
    if read_hash != digest:
        raise PlanChangedSince
    client = whole_client(plan.client_id)
    by_client = not declined_because.strip()
    if by_client and not is_same_name(signer_name, (client.name, client.preferred_name)):
        raise SafetyNameOfAnother
    if not by_client and actor.kind == CLIENT:
        raise NotAllowed
    if not by_client and len(declined_because.strip()) < 3:
        raise SafetyReasonMissing
    _put_into_force(plan, client, digest, now)
    meaning = Meaning.CLIENT if by_client else Meaning.CLIENT_DECLINED
    name = " ".join(signer_name.split()) if by_client else client.name
    row = _say(plan, meaning, name, actor, digest, now, words=declined_because)
    if actor.worker_id is not None:
        by = Worker.objects.get(pk=actor.worker_id)
        _say(plan, Meaning.STAFF, by.name, actor, digest, now)
    audit.record("safety.plan.agreed", actor=actor, subject=row, at=now, reason=str(meaning))
    end_duties(actor=actor, client_id=client.pk, kind=LOOK_AT_PLAN, disposition=LOOKED_AT, now=now)
    announce(SafetyPlanAgreed(plan.pk, client.pk, by_client, actor, now))
    return plan


@action
def keep_looked_at(*, actor: Actor, client_id: UUID, now: datetime, words: str = "") -> SafetyPlan:
    """The plan in force was gone through with the client and still fits: the next day is set."""
    worker_id_of(actor)
    client = _client(actor, client_id)
    rows = SafetyPlan.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    plan: SafetyPlan | None = (
        rows.select_for_update(of=("self",))
        .filter(client_id=client.pk, state=SafetyPlan.State.ACTIVE)
        .first()
    )
    if plan is None:
        raise NoPlanInForce
    plan.change(review_on=_review_on(client, now))
    row = _say(plan, Meaning.LOOKED_AT, actor.name, actor, plan.content_hash, now, words=words)
    audit.record("safety.plan.looked_at", actor=actor, subject=row, at=now)
    end_duties(actor=actor, client_id=client.pk, kind=LOOK_AT_PLAN, disposition=LOOKED_AT, now=now)
    return plan


@action
def discard_draft(
    *, actor: Actor, plan_id: UUID, now: datetime, expected_version: int | None = None
) -> None:
    """Set a draft aside that nobody agreed to; the version in force stays as it is."""
    plan = _held(actor, plan_id, Access.WRITE)
    worker_id_of(actor)
    if plan.state != SafetyPlan.State.DRAFT:
        raise PlanIsInForce
    expect_version(plan, expected_version)
    plan.change(state=SafetyPlan.State.SET_ASIDE)
    audit.record("safety.plan.discarded", actor=actor, subject=plan, at=now)


@action
def ask_for_change(*, actor: Actor, now: datetime) -> None:
    """The client says from their phone that the plan no longer fits: a duty of their counselor's,
    once a day."""
    if actor.kind != CLIENT or actor.client_id is None:
        raise NotAllowed
    client = whole_client(actor.client_id)
    owner_id = follows_up(client, None, now)
    if owner_id is None:
        raise NoPlanInForce
    on = day_at(now, client.site)
    end = datetime.combine(on, time(23, 59), ZoneInfo(client.site.time_zone))
    open_safety_duty(
        actor=actor, client=client, kind=LOOK_AT_PLAN,
        origin=f"{LOOK_AT_PLAN}:asked:{client.pk}:{on.isoformat()}", owner_id=owner_id,
        due_at=end.astimezone(now.tzinfo), detail={"asked_by": "client"}, now=now,
    )  # fmt: skip


def _client(actor: Actor, client_id: UUID) -> Client:
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    client = rows.get(pk=client_id)
    if not reaches(actor, client, RecordClass.ASSESSMENT, to=Access.WRITE):
        raise Client.DoesNotExist
    return whole_client(client.pk)


def _held(actor: Actor, plan_id: UUID, to: Access) -> SafetyPlan:
    rows = SafetyPlan.objects.for_actor(actor, Purpose.TREATMENT, to=to)
    plan: SafetyPlan = rows.select_for_update(of=("self",)).get(pk=plan_id)
    return plan


def _put_into_force(plan: SafetyPlan, client: Client, digest: str, now: datetime) -> None:
    rows = SafetyPlan.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    former = rows.select_for_update(of=("self",)).filter(
        client_id=client.pk, state=SafetyPlan.State.ACTIVE
    )
    for version in former:
        version.change(state=SafetyPlan.State.SUPERSEDED, superseded_at=now)
    plan.change(
        state=SafetyPlan.State.ACTIVE,
        active_at=now,
        content_hash=digest,
        review_on=_review_on(client, now),
    )


def _review_on(client: Client, now: datetime) -> object:
    on = day_at(now, client.site)
    return review_on(on, numbers_for(program_of(client), on)["safety_plan_review_days"])


def _say(
    plan: SafetyPlan, meaning: str, name: str, actor: Actor, digest: str, now: datetime,
    words: str = "",
) -> SafetyPlanAgreement:  # fmt: skip
    return SafetyPlanAgreement.objects.create(
        client_id=plan.client_id,
        site_id=plan.site_id,
        plan=plan,
        meaning=meaning,
        name=name[:120],
        worker_id=actor.worker_id,
        at=now,
        content_hash=digest,
        words=" ".join(words.split())[:200],
    )
