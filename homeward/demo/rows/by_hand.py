"""People whose way somebody at the demo took into their own hands: the story leaves them alone."""

from typing import Any

from homeward.admissions.models import Episode, Inquiry
from homeward.demo.rows.teller import Teller
from homeward.plans.models import Plan


def leave_alone(told: Teller) -> None:
    """Stop telling about people who were moved along, admitted or discharged by hand."""
    inquiries = _states(Inquiry, "state", [life.inquiry for life in told.lives.values()])
    episodes = _states(Episode, "ended_at", [life.episode for life in told.lives.values()])
    plans = _states(Plan, "state", [life.plan for life in told.lives.values()])
    for life in told.lives.values():
        life.plan_by_hand = (
            life.plan is not None and plans.get(life.plan.pk, "gone") != life.plan.state
        )
        # The full plan of the story would take the place of a version made by hand.
        awaits_full = life.plan is not None and life.plan.kind == Plan.Kind.INITIAL
        life.is_by_hand = (life.plan_by_hand and awaits_full) or any(
            row is not None and getattr(row, name) != there.get(row.pk, "gone")
            for row, name, there in (
                (life.inquiry, "state", inquiries),
                (life.episode, "ended_at", episodes),
            )
        )


def _states(model: Any, name: str, rows: list[Any]) -> dict[Any, Any]:
    ids = [row.pk for row in rows if row is not None]
    found = model.objects.unscoped("the demo lives on").filter(pk__in=ids)
    return dict(found.values_list("pk", name))
