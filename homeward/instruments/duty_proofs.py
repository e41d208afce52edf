"""What a duty that asks for another questionnaire needs before it may be called assessed."""

from homeward.core.actors import Actor
from homeward.instruments.models import Response
from homeward.kernel.purposes import Purpose
from homeward.tasks import proofs
from homeward.tasks.models import CareTask

SCREENER = "cssrs_screener"


def screener_finished(task: CareTask, actor: Actor) -> str:
    """Thoughts of death on the PHQ-9 are answered by a C-SSRS screener, finished since they came.

    A screener that was left open, or whose risk could not be told, proves nothing. Source:
    instruments handbook, "item 9 >= 1: C-SSRS at the same contact".
    """
    if task.detail.get("asks") != SCREENER:
        return ""
    rows = Response.objects.for_actor(Actor.of_service("duties"), Purpose.INTERNAL_CARE).filter(
        client_id=task.client_id,
        instrument=SCREENER,
        is_handed_in=True,
        answered_at__gte=task.opened_at,
    )
    told = (row.rules.get("risk", {}) for row in rows)
    return "" if any(not risk.get("incomplete", True) for risk in told) else "screener_missing"


def register() -> None:
    """Ask for the screener wherever a safety duty ends as assessed and safe."""
    proofs.register("safety", "assessed_safe", screener_finished)
