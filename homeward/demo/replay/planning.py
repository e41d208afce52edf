"""The treatment plan: written, signed, reviewed."""

from homeward.demo.replay.performing import Replay, performs
from homeward.demo.rows.book import utc
from homeward.demo.rows.plan_drafts import objective_keys, problem_drafts
from homeward.demo.story import events
from homeward.plans import actions as plans
from homeward.plans.models import Objective

WHY = "replay"


@performs(events.PlanStarted)
def plan_started(replay: Replay, event: events.PlanStarted) -> None:
    """Write the plan."""
    workers = {code: row.pk for code, row in replay.setting.workers.items()}
    plan = plans.start_plan(
        actor=replay.who(event),
        episode_id=replay.episode_id,
        kind=event.kind,
        strengths=event.strengths,
        barriers=event.barriers,
        discharge_criteria=event.discharge_criteria,
        estimated_weeks=event.estimated_weeks,
        medications=event.medications,
        family_involvement=event.family_involvement,
        family_wish=event.family_wish,
        problems=problem_drafts(event, workers),
        now=utc(event.at),
    )
    replay.ids[f"plan {event.kind}"] = replay.ids["plan"] = plan.pk
    replay.ids["plan author"] = plan.author_id
    replay.numbers = objective_keys(event)
    rows = Objective.objects.unscoped(WHY).filter(goal__problem__plan=plan)
    by_number = {row.number: row.pk for row in rows}
    for key, number in replay.numbers.items():
        replay.ids[f"objective {key}"] = by_number[number]


@performs(events.PlanSigned)
def plan_signed(replay: Replay, event: events.PlanSigned) -> None:
    """Sign it; the client signs on the author's screen."""
    is_client = event.role == "client"
    author = next(
        code for code, row in replay.setting.workers.items() if row.pk == replay.ids["plan author"]
    )
    plans.sign_plan(
        actor=replay.staff(author) if is_client else replay.who(event),
        plan_id=replay.ids[f"plan {event.kind}"],
        meaning=event.role,
        signer_name=replay.profile.name if is_client else "",
        now=utc(event.at),
    )


@performs(events.PlanReviewed)
def plan_reviewed(replay: Replay, event: events.PlanReviewed) -> None:
    """Look at it together."""
    plans.review_plan(
        actor=replay.who(event),
        plan_id=replay.ids["plan"],
        objective_states={replay.numbers[key]: state for key, state in event.objective_states},
        client_view=event.client_view,
        summary=event.summary,
        next_due_on=event.next_due_on if event.kind == "plan_review" else None,
        kind=event.kind,
        stay_words=event.stay_words,
        stay_next_due_on=event.stay_next_due_on,
        now=utc(event.at),
    )
