"""What the plan tab prints: the thread in the open, what is missing, who signed, what was said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.admissions.models import Episode
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Fact, Moment
from homeward.desk.admissions.times import when
from homeward.desk.plans.pages.gaps import GapLine, gap_lines
from homeward.desk.plans.pages.lines import Parts, ProblemLine, problem_lines
from homeward.desk.plans.pages.signing import Signing, signing_acts, signing_page
from homeward.desk.plans.pages.talk import Talk, talk_about
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.plans.models import Plan, PlanReview
from homeward.plans.queries import plans_of
from homeward.plans.refusal_words import STANDING
from homeward.plans.rules.content import content_hash
from homeward.plans.rules.held import not_held
from homeward.plans.rules.standing import PlanFacts, standing_of
from homeward.plans.rules.tree import PlanDraft
from homeward.plans.tree_rows import tree_of
from homeward.plans.words import FAMILY_WISHES, KINDS
from homeward.program.models import SessionType

OPEN = (Plan.State.DRAFT, Plan.State.SIGNED)
OVER = (Plan.State.SUPERSEDED, Plan.State.CLOSED)


@dataclass(frozen=True, slots=True)
class PlanPage:
    """One version of the plan."""

    plan: Plan
    title: str
    subline: str
    amendment: str
    state: str
    tone: str
    problems: tuple[ProblemLine, ...]
    parts: tuple[Fact, ...]
    gaps: tuple[GapLine, ...]
    signing: Signing
    talk: Talk
    acts: tuple[Act, ...]
    start_url: str
    share_url: str
    reviews: tuple[Moment, ...]
    versions: tuple[Act, ...]
    thread_url: str
    not_held: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoPlan:
    """Nobody has begun a plan; `start_url` where the reader may."""

    start_url: str
    plan: None = None


def plan_page(
    actor: Actor, episode: Episode | None, number: int | None, now: datetime
) -> PlanPage | NoPlan:
    """The version asked for, else the draft being written, else the one in force."""
    versions = plans_of(actor, episode) if episode else []
    plan = _chosen(versions, number)
    writes = may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE)
    if plan is None or episode is None:
        start = reverse("desk:plan_start", args=[episode.pk]) if episode and writes else ""
        return NoPlan(start)
    client = episode.client
    today = now.astimezone(ZoneInfo(client.site.time_zone)).date()
    tree = tree_of(plan, actor)
    talk = talk_about(actor, plan, writes=writes)
    signing = signing_page(actor, plan, tree, client, now)
    is_draft = plan.state == Plan.State.DRAFT
    writable = writes and is_draft
    gaps = gap_lines(plan, tree, today, writable) if is_draft else ()
    standing = standing_of(
        PlanFacts(
            state=plan.state,
            is_shared=plan.shared_at is not None,
            client_agrees=is_draft and content_hash(tree) in talk.agreed_hashes,
            waits_for_cosigner=signing.waits_for_cosigner,
            review_due_on=plan.review_due_on,
        ),
        today,
    )
    edition = (
        episode.placement.edition if may(actor.roles, RecordClass.ASSESSMENT, Access.READ) else "3"
    )
    is_open = any(each.state in OPEN for each in versions)
    return PlanPage(
        plan=plan,
        title=_("Plan %(number)s") % {"number": plan.number},
        subline=_subline(plan),
        amendment=plan.amendment_reason,
        state=str(STANDING[standing]),
        tone="done" if standing == "active" else "attention",
        problems=tuple(
            problem_lines(
                plan, Parts.of(actor, plan), talk.by_step, edition, client.language, writable
            )
        ),
        parts=tuple(_around(plan, writable)),
        gaps=gaps,
        signing=signing,
        talk=talk,
        acts=tuple(_acts(actor, plan, signing, writes, not gaps, is_open)),
        start_url=reverse("desk:plan_start", args=[episode.pk])
        if writes and not is_open and plan.state != Plan.State.ACTIVE
        else "",
        share_url=reverse("desk:plan_sharing", args=[plan.pk])
        if writable and tree.problems
        else "",
        reviews=tuple(_reviews(actor, plan)),
        versions=tuple(_versions(plan, versions)),
        thread_url=reverse("desk:chart_thread", args=[plan.client_id]),
        not_held=_not_held(tree, episode.program_id) if plan.state not in OVER else (),
    )


def _not_held(tree: PlanDraft, program_id: UUID) -> tuple[str, ...]:
    """What the plan asks for and the program holds no session of, in words."""
    steps = (
        step for problem in tree.problems for goal in problem.goals for step in goal.objectives
    )
    asked = [done.kind for step in steps for done in step.interventions if done.kind]
    held = SessionType.objects.filter(program=program_id).values_list("kind", "largest")
    return tuple(str(KINDS[kind]) for kind in not_held(asked, held)) if asked else ()


def _chosen(versions: list[Plan], number: int | None) -> Plan | None:
    if number is not None:
        return next((each for each in versions if each.number == number), None)
    being_written = (each for each in versions if each.state in OPEN)
    in_force = (each for each in versions if each.state == Plan.State.ACTIVE)
    return next(being_written, None) or next(in_force, None) or (versions[0] if versions else None)


def _subline(plan: Plan) -> str:
    kind = _("initial plan") if plan.kind == Plan.Kind.INITIAL else _("full plan")
    if plan.amends_id:
        kind = _("amendment")
    parts = [kind, _("by %(name)s") % {"name": plan.author.name}]
    if plan.shared_at and plan.state == Plan.State.DRAFT:
        parts.append(_("with the client since %(when)s") % {"when": when(plan.shared_at)})
    if plan.state == Plan.State.ACTIVE and plan.review_due_on:
        day = date_format(plan.review_due_on, "D j M")
        parts.append(_("review by %(day)s") % {"day": day})
    if plan.state == Plan.State.ACTIVE and plan.stay_due_on:
        day = date_format(plan.stay_due_on, "D j M")
        parts.append(_("continued stay by %(day)s") % {"day": day})
    return " · ".join(parts)


def _around(plan: Plan, writable: bool) -> Iterator[Fact]:
    weeks = ngettext("%d week", "%d weeks", plan.estimated_weeks) % plan.estimated_weeks
    missing = _("not written yet")
    family = ": ".join(
        filter(None, (str(FAMILY_WISHES.get(plan.family_wish, "")), plan.family_involvement))
    )
    change = Act(_("Write"), reverse("desk:plan_parts", args=[plan.pk])) if writable else None
    yield Fact(_("Strengths"), plan.strengths or missing, change)
    yield Fact(_("What stands in the way"), plan.barriers or missing)
    yield Fact(_("Done here when"), plan.discharge_criteria or missing)
    yield Fact(_("Expected length"), weeks)
    yield Fact(_("Medications"), plan.medications or missing)
    yield Fact(_("Family"), family or missing)


def _acts(
    actor: Actor, plan: Plan, signing: Signing, writes: bool, is_whole: bool, is_open: bool
) -> Iterator[Act]:
    if writes and plan.state == Plan.State.DRAFT:
        yield Act(_("Add a problem"), reverse("desk:plan_threads", args=[plan.pk]))
    yield from signing_acts(actor, plan, signing, writes=writes, is_whole=is_whole)
    if writes and plan.state == Plan.State.ACTIVE:
        yield Act(_("Review together"), reverse("desk:plan_review", args=[plan.pk]), "primary")
        yield Act(_("Continued stay"), reverse("desk:plan_stay", args=[plan.pk]))
        if not is_open:
            yield Act(_("Amend"), reverse("desk:plan_amendment", args=[plan.pk]))


def _reviews(actor: Actor, plan: Plan) -> Iterator[Moment]:
    rows = PlanReview.objects.for_actor(actor, Purpose.TREATMENT).filter(plan=plan)
    for row in rows.select_related("by").order_by("-at"):
        is_stay = row.kind == PlanReview.Kind.CONTINUED_STAY
        yield Moment(
            when(row.at),
            _("Continued stay: %(words)s") % {"words": row.stay_words} if is_stay else row.summary,
            ", ".join(filter(None, (row.by.name, row.credential))),
            row.client_view,
            url=reverse("desk:plan_reviewed", args=[row.pk]),
            machine_time=row.at.isoformat(),
        )


def _versions(plan: Plan, versions: list[Plan]) -> Iterator[Act]:
    address = reverse("desk:chart_plan", args=[plan.client_id])
    if plan.amends_id:
        yield Act(_("What changed"), reverse("desk:plan_changes", args=[plan.pk]), "primary")
    for each in versions:
        if each.pk != plan.pk:
            label = _("Plan %(number)s") % {"number": each.number}
            yield Act(label, f"{address}?number={each.number}")
