"""The whole list gone through with the person: each line continued, changed or stopped."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.medications.actions.medicines import change_terms, stop_medicine
from homeward.medications.duties import RECONCILE, end_duties
from homeward.medications.models import Medication, Reconciliation, ReconciliationLine
from homeward.medications.reaching import client_for
from homeward.medications.rules.reconciling import Said, problems_of


class ReconciliationIncomplete(Refusal):
    """A line is missing or half said; the codes say what."""


class InteractionsUnsourced(Refusal):
    """Who looked at interactions also says with what."""


@action
def reconcile(
    *,
    actor: Actor,
    client_id: UUID,
    moment: str,
    said: Sequence[Said],
    now: datetime,
    takes_nothing: bool = False,
    interactions_by: str = "",
    interactions_source: str = "",
    note: str = "",
) -> Reconciliation:
    """Keep one reconciliation, carry out its changes, and end the duty that asked for it.

    A line that is stopped ends today, one that changes takes the dose that was said. Raises the
    refusals of this file, and those of changing a line.
    """
    client = client_for(actor, client_id)
    rows = Medication.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    listed = {
        row.pk: row
        for row in rows.filter(client_id=client.pk, ended_on=None).select_for_update(of=("self",))
    }
    if problems := problems_of(moment, list(listed), said, takes_nothing=takes_nothing):
        raise ReconciliationIncomplete(*problems)
    if interactions_by.strip() and not interactions_source.strip():
        raise InteractionsUnsourced("reconciled_interactions_unsourced")
    about = {"client": client, "site_id": client.site_id}
    made = Reconciliation.objects.create(
        **about,
        moment=moment,
        takes_nothing=takes_nothing,
        interactions_by=interactions_by.strip()[:120],
        interactions_source=interactions_source.strip()[:120],
        note=note.strip()[:1000],
        at=now,
        by_id=actor.worker_id,
    )
    for each in said:
        row = listed[each.medication_id]
        ReconciliationLine.objects.create(
            **about,
            reconciliation=made,
            medication=row,
            name=row.name,
            dose=row.dose,
            route=row.route,
            frequency=row.frequency,
            prescriber=row.prescriber,
            reason=row.reason,
            last_taken=each.last_taken.strip()[:60],
            source=each.source,
            action=each.action,
            changed_to=each.changed_to.strip()[:160],
        )
    audit.record("medications.list.reconciled", actor=actor, subject=made, at=now, reason=moment)
    for each in said:
        _carry_out(actor, each, moment, now)
    end_duties(actor=actor, client_id=client.pk, kind=RECONCILE, disposition="reconciled", now=now)
    return made


def _carry_out(actor: Actor, each: Said, moment: str, now: datetime) -> None:
    if each.action == "stop":
        stop_medicine(
            actor=actor, medication_id=each.medication_id, reason=f"reconciled: {moment}", now=now
        )
    elif each.action == "change":
        change_terms(actor=actor, medication_id=each.medication_id, dose=each.changed_to, now=now)
