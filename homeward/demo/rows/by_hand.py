"""People whose way somebody at the demo took into their own hands: the story leaves them alone."""

from typing import Any

from homeward.admissions.models import Episode, Inquiry
from homeward.demo.rows.teller import Teller


def leave_alone(told: Teller) -> None:
    """Stop telling about people who were moved along, admitted or discharged by hand."""
    inquiries = _states(Inquiry, "state", [life.inquiry for life in told.lives.values()])
    episodes = _states(Episode, "ended_at", [life.episode for life in told.lives.values()])
    for life in told.lives.values():
        life.is_by_hand = any(
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
