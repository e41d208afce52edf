"""The duties this room opens for a client, and how each may end."""

from django.utils.translation import gettext_lazy as _

from homeward.admissions.models import Hold
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.tasks import kinds, proofs
from homeward.tasks.kinds import Disposition, DutyKind
from homeward.tasks.models import CareTask

HOLD = "medical_hold"
REPEAT = "repeat_ciwa"
KINDS = (
    DutyKind(
        HOLD,
        _("Medical evaluation before admission"),
        (
            Disposition("hold_released", _("Evaluated, the hold is released")),
            Disposition("sent_to_emergency", _("Sent to emergency care"), needs_note=True),
            Disposition("person_left", _("The person left; next step named"), needs_note=True),
        ),
    ),
    DutyKind(
        REPEAT,
        _("Take the withdrawal score again"),
        (
            Disposition("repeated", _("Taken again")),
            Disposition("not_needed", _("Not needed any more"), needs_note=True),
        ),
    ),
    DutyKind(
        "offer_buprenorphine_today",
        _("Offer buprenorphine today"),
        (
            Disposition("started", _("Started today")),
            Disposition("prescriber_today", _("Seen by a prescriber today"), needs_note=True),
            Disposition("declined", _("Offered, the person declined")),
            Disposition("not_suitable", _("Not suitable now"), needs_note=True),
        ),
    ),
    DutyKind(
        "offer_naloxone",
        _("Give naloxone and show how to use it"),
        (
            Disposition("given", _("Given and shown")),
            Disposition("has_it", _("Has it at home")),
            Disposition("declined", _("Offered, the person declined")),
        ),
    ),
    DutyKind("admission_follow_up", _("Open after admission"), kinds.ORDINARY),
)


def hold_released(task: CareTask, actor: Actor) -> str:
    """A released hold is on record before the duty may say so."""
    rows = Hold.objects.for_actor(Actor.of_service("duties"), Purpose.TREATMENT)
    row = rows.filter(pk=task.detail.get("hold") or None).first()
    return "" if row is not None and row.released_at else "hold_stands"


def register() -> None:
    """Tell the tasks room."""
    for kind in KINDS:
        kinds.register(kind)
    proofs.register(HOLD, "hold_released", hold_released)
