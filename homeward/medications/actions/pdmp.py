"""That the prescription monitoring program was asked; never what it answered."""

import re
from datetime import datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.medications.duties import ASK_PDMP, end_duties
from homeward.medications.models import PdmpCheck
from homeward.medications.reaching import client_for, local_day, program_of
from homeward.medications.rights import is_nursing, permit
from homeward.program.queries import numbers_for

STATE = re.compile(r"[A-Z]{2}")


class PdmpStateUnclear(Refusal):
    """The state is two letters."""


class PdmpFindingUnknown(Refusal):
    """As expected, something to talk about, or nothing found."""


@action
def record_pdmp_check(
    *, actor: Actor, client_id: UUID, state: str, finding: str, now: datetime
) -> PdmpCheck:
    """Keep that and when it was asked, by whom, and when it is due again.

    The next date is the program's own interval for its state, as it holds today.
    """
    permit(is_nursing(actor))
    client = client_for(actor, client_id)
    code = state.strip().upper()
    if not STATE.fullmatch(code):
        raise PdmpStateUnclear("pdmp_state_unclear")
    if finding not in PdmpCheck.Finding.values:
        raise PdmpFindingUnknown("pdmp_finding_unknown")
    today = local_day(now, client.site)
    days = int(numbers_for(program_of(client.pk), today)["pdmp_interval_days"])
    made = PdmpCheck.objects.create(
        client=client,
        site_id=client.site_id,
        state=code,
        finding=finding,
        next_due_on=today + timedelta(days=days),
        on=today,
        at=now,
        by_id=actor.worker_id,
    )
    audit.record("medications.pdmp.checked", actor=actor, subject=made, at=now)
    end_duties(actor=actor, client_id=client.pk, kind=ASK_PDMP, disposition="asked", now=now)
    return made
