"""Reads of this room worth a name."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.medications.duties import RECONCILE
from homeward.medications.models import (
    Allergy,
    AllergyStatement,
    BroughtIn,
    DoseMark,
    MedicalOrder,
    Medication,
    NaloxoneOffer,
    Reconciliation,
    WasteWitness,
)
from homeward.medications.reaching import SERVICE
from homeward.medications.words import NONE_KNOWN, SEVERITIES
from homeward.people.models import Contact
from homeward.tasks.models import CareTask

# Who may be offered a kit beside the client; officers of agencies are not.
BESIDE_THEM = (Contact.Kind.FAMILY, Contact.Kind.SUPPORT, Contact.Kind.EMERGENCY)
Row = TypeVar("Row")


def expected_analytes(client_id: UUID, on: date) -> frozenset[str]:
    """What a test of that day is expected to find: analytes of prescribed medicines on the list.

    Over the counter is not prescribed, and a medicine that is held is not expected. Answers codes
    of analytes alone, never which medicine; asked by the testing room for whoever reads a test.
    """
    rows = Medication.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        Q(ended_on=None) | Q(ended_on__gte=on), client_id=client_id, started_on__lte=on,
        held_at=None,
    ).exclude(prescriber="")  # fmt: skip
    return frozenset(code for row in rows for code in row.shows_as)


def medicines_of(actor: Actor, client_id: UUID) -> list[Medication]:
    """Every line of a client's list, open ones first, then those that ended, the latest first."""
    rows = Medication.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client_id)
    found = list(rows.select_related("recorded_by", "site").order_by("name", "pk"))
    ended = [row for row in found if row.ended_on]
    ended.sort(key=lambda row: row.ended_on, reverse=True)
    return [row for row in found if not row.ended_on] + ended


def medicine(actor: Actor, medication_id: UUID, to: Access = Access.READ) -> Medication:
    """One line of the list; Medication.DoesNotExist out of reach."""
    rows = Medication.objects.for_actor(actor, Purpose.TREATMENT, to=to)
    found: Medication = rows.select_related("client", "site").get(pk=medication_id)
    return found


def mark(actor: Actor, dose_id: UUID) -> DoseMark:
    """One entry of the log; DoseMark.DoesNotExist out of reach."""
    rows = DoseMark.objects.for_actor(actor, Purpose.TREATMENT)
    found: DoseMark = rows.select_related("medication", "client", "site").get(pk=dose_id)
    return found


def order(actor: Actor, order_id: UUID) -> MedicalOrder:
    """One order; MedicalOrder.DoesNotExist out of reach."""
    found: MedicalOrder = MedicalOrder.objects.for_actor(actor, Purpose.TREATMENT).get(pk=order_id)
    return found


def moment_asked(client_id: UUID) -> str:
    """The occasion of the open duty to go through the list; admission where none is open."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    found = rows.filter(client_id=client_id, kind=RECONCILE, closed_at=None).order_by("due_at")
    task = found.first()
    return str(task.detail.get("moment", "")) if task else ""


def watched_here(actor: Actor) -> list[Medication]:
    """The medicines taken here under eyes, of the clients this actor may watch."""
    rows = Medication.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    found = rows.filter(is_observed=True, ended_on=None).select_related("client", "site")
    return [row for row in found.order_by("name", "pk") if row.dose_times]


def marks_of_days(
    actor: Actor, medication_ids: Collection[Any], first: date, last: date
) -> list[DoseMark]:
    """What was written about these medicines from one day to another, both included."""
    rows = DoseMark.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    found = rows.filter(medication_id__in=medication_ids, on__range=(first, last))
    return list(found.select_related("by").order_by("at", "pk"))


def effective(marks: Iterable[DoseMark]) -> list[DoseMark]:
    """The marks that stand: without those that a later one corrects."""
    rows = list(marks)
    crossed = {row.corrects_id for row in rows}
    return [row for row in rows if row.pk not in crossed]


def unwitnessed(actor: Actor, since: date) -> list[DoseMark]:
    """Wasted controlled doses that wait for a second signature, the oldest first."""
    rows = DoseMark.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    found = rows.filter(state=DoseMark.State.WASTED, is_controlled=True, on__gte=since)
    marks = list(found.select_related("client", "medication", "by").order_by("at", "pk"))
    signed = WasteWitness.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    done = {row.mark_id for row in signed.filter(mark__in=[mark.pk for mark in marks])}
    corrected = {row.corrects_id for row in found.filter(corrects__isnull=False)}
    return [mark for mark in marks if mark.pk not in done | corrected]


def kept_here(actor: Actor, client_id: UUID) -> dict[Any, BroughtIn]:
    """The open containers of a client, by medicine."""
    rows = BroughtIn.objects.for_actor(actor, Purpose.TREATMENT)
    found = rows.filter(client_id=client_id, closed_at=None)
    return {row.medication_id: row for row in found.prefetch_related("counts")}


def rows_of(
    model: type[Row], actor: Actor, client_id: UUID, *joined: str, limit: int = 50
) -> list[Row]:
    """A client's rows of one kind, the latest first."""
    rows: Any = model.objects.for_actor(actor, Purpose.TREATMENT)  # type: ignore[attr-defined]
    found = rows.filter(client_id=client_id)
    if joined:
        found = found.select_related(*joined)
    return list(found.order_by("-at", "-created_at")[:limit])


@dataclass(frozen=True, slots=True)
class OnPaper:
    """What a page for a dark day prints of one client; empty where nothing was ever recorded."""

    allergies: str = ""
    medicines: str = ""
    is_reconciled: bool = False


def on_paper(client_ids: Collection[Any]) -> dict[Any, OnPaper]:
    """Allergies and medicines of many clients in four reads, for whoever may print them.

    A medicine prints its name, dose, route and how often, and who prescribes it.
    """
    about = {"client_id__in": list(client_ids)}
    allergies: dict[Any, list[str]] = defaultdict(list)
    for row in _rows(Allergy, **about, ended_at=None).order_by("at"):
        allergies[row.client_id].append(
            f"{row.substance}: {row.reaction} ({SEVERITIES[row.severity]})"
        )
    for row in _rows(AllergyStatement, **about, says="none_known").order_by("at"):
        if not allergies.get(row.client_id):
            allergies[row.client_id] = [str(NONE_KNOWN)]
    medicines: dict[Any, list[str]] = defaultdict(list)
    for row in _rows(Medication, **about, ended_on=None).order_by("name"):
        said = " ".join((row.name, row.dose, row.route, row.frequency))
        medicines[row.client_id].append(f"{said} ({row.prescriber})" if row.prescriber else said)
    reconciled = {row.client_id for row in _rows(Reconciliation, **about)}
    return {
        key: OnPaper(
            "; ".join(allergies.get(key, ())), "; ".join(medicines.get(key, ())), key in reconciled
        )
        for key in client_ids
    }


def _rows(model: Any, **where: Any) -> Any:
    return model.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(**where)


def family_offers(client_id: UUID) -> tuple[str, int]:
    """Whether somebody beside a client was offered naloxone, and to how many: a kit is at home.

    "yes" (given, or has one), "no" (offered, declined by all), "none" where the client said that
    nobody is beside them, "not_offered", or "nobody" where no family or support stands in the
    record.
    """
    people = Contact.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        client_id=client_id, kind__in=BESIDE_THEM
    )
    rows = NaloxoneOffer.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        client_id=client_id, contact__isnull=False
    )
    said = list(rows.values_list("contact_id", "outcome"))
    offered = len({contact_id for contact_id, _outcome in said})
    if any(outcome != NaloxoneOffer.Outcome.DECLINED for _contact, outcome in said):
        return "yes", offered
    if said:
        return "no", offered
    asked = NaloxoneOffer.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        client_id=client_id, outcome=NaloxoneOffer.Outcome.NOBODY
    )
    if asked.exists():
        return "none", 0
    return ("not_offered" if people.exists() else "nobody"), 0
