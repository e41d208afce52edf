"""What a safety question of a return needs on record before it may be called done."""

from homeward.aftercare import duties
from homeward.core.actors import Actor
from homeward.instruments.duty_proofs import SCREENER
from homeward.instruments.models import Response
from homeward.kernel.purposes import Purpose
from homeward.medications.models import NaloxoneOffer
from homeward.tasks import proofs
from homeward.tasks.models import CareTask

PROVING = Actor.of_service("aftercare.returning")


def answered(task: CareTask, actor: Actor) -> str:
    """Every questionnaire it asks for was handed in since they came back."""
    asked = set(filter(None, str(task.detail.get("scales", SCREENER)).split(",")))
    rows = Response.objects.for_actor(PROVING, Purpose.INTERNAL_CARE).filter(
        client_id=task.client_id, is_handed_in=True, answered_at__gte=task.opened_at,
        instrument__in=asked,
    )  # fmt: skip
    return "" if asked <= {row.instrument for row in rows} else "return_gate_missing"


def offered(task: CareTask, actor: Actor) -> str:
    """Naloxone was offered since they came back, whatever the answer was."""
    rows = NaloxoneOffer.objects.for_actor(PROVING, Purpose.INTERNAL_CARE)
    said = rows.exclude(outcome=NaloxoneOffer.Outcome.NOBODY)
    found = said.filter(client_id=task.client_id, at__gte=task.opened_at).exists()
    return "" if found else "return_gate_missing"


def register() -> None:
    """Ask for what is on record wherever one of them ends as done."""
    proofs.register(duties.RETURN_WITHDRAWAL, "done", answered)
    proofs.register(duties.RETURN_RISK, "done", answered)
    proofs.register(duties.RETURN_NALOXONE, "done", offered)
