"""What facts announced below mean for plans."""

from homeward import audit
from homeward.admissions.facts import ClientAdmitted
from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.facts import listens_to
from homeward.kernel.purposes import Purpose
from homeward.plans.actions.start_plan import open_draft, thread_from
from homeward.plans.library import theme_for
from homeward.plans.models import Plan
from homeward.plans.tree_rows import write_problems

CRITERIA = (
    "Objectives met, tests negative for four weeks, a written prevention plan, "
    "and a next appointment."
)


@listens_to(ClientAdmitted)
def begin_initial_plan(fact: ClientAdmitted) -> None:
    """Day one needs an initial plan: a draft on the highest rated dimension, for the counselor."""
    if not fact.with_initial_plan:
        return
    service = Actor.of_service("plans")
    episode: Episode = Episode.objects.for_actor(service, Purpose.TREATMENT).get(pk=fact.episode_id)
    placement = episode.placement
    plan = open_draft(
        episode,
        author_id=fact.primary_counselor_id,
        kind=Plan.Kind.INITIAL,
        now=fact.at,
        discharge_criteria=CRITERIA,
        estimated_weeks=12,
    )
    theme = theme_for(placement.ratings, placement.edition)
    write_problems(
        plan, [thread_from(theme, fact.primary_counselor_id, local_day(fact.at))], fact.at
    )
    audit.record("plans.plan.started", actor=fact.actor, subject=plan, at=fact.at, reason="initial")
