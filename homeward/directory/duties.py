"""The duty that stays open with a referral, and how long one may take."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.directory.models import Referral
from homeward.kernel.purposes import Purpose
from homeward.program.queries import numbers_for
from homeward.tasks import kinds, proofs
from homeward.tasks.models import CareTask

KIND = "referral"
SERVICE = Actor.of_service("referrals")
ENDED, NOT_NEEDED = "referral_ended", "not_needed"
URGENT = frozenset(
    {
        Referral.Kind.DETOX,
        Referral.Kind.MEDICATION,
        Referral.Kind.MEDICAL,
        Referral.Kind.EMERGENCY,
        Referral.Kind.PSYCHIATRIC,
    }
)

kinds.register(
    kinds.DutyKind(
        KIND,
        _("Follow a referral until it is known what came of it"),
        (
            kinds.Disposition(ENDED, _("The referral is ended")),
            kinds.Disposition(NOT_NEEDED, _("Not needed any more"), needs_note=True),
        ),
    )
)


def due_for(program: Any, kind: str, now: datetime) -> datetime:
    """When a referral of this kind must have an outcome, by the program's own number."""
    numbers = numbers_for(program, local_day(now))
    code = "referral_urgent_hours" if kind in URGENT else "referral_hours"
    return now + timedelta(hours=int(numbers[code]))


def origin_of(referral: Referral) -> str:
    """What names the duty of a referral, so that it opens once."""
    return f"referral:{referral.pk}"


def duty_of(referral: Referral) -> CareTask | None:
    """The open duty of a referral, read by the house itself; the referral was read in scope."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    found: CareTask | None = rows.filter(origin=origin_of(referral), closed_at=None).first()
    return found


def _referral_has_ended(task: CareTask, actor: Actor) -> str:
    """A duty about a referral ends with it, never before."""
    rows = Referral.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    still_open = rows.filter(pk=task.origin.partition(":")[2], closed_at=None).exists()
    return "referral_still_open" if still_open else ""


for _disposition in (ENDED, NOT_NEEDED):
    proofs.register(KIND, _disposition, _referral_has_ended)
