"""What opened by itself when a crisis ended, as links for whoever may follow them."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.aftercare.queries import stop_standing
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.incidents.models import Incident
from homeward.incidents.opening import incidents
from homeward.incidents.reaching import incident_for
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.safety.models import CrisisNote, CrisisRun


def after_of(actor: Actor, run: CrisisRun) -> tuple[Act, ...]:
    """The next things: a stay in hospital, incident, note, plan, kits, what the crew was told."""
    if run.ended_at is None:
        return ()
    found: list[Act] = []
    if (url := _hospital_stop(actor, run)) is not None:
        words = _("Write down the hospital stay: nothing goes out until it is over")
        found.append(Act(words, url, "primary"))
    if (incident := _incident(run)) is not None and _opens(actor, incident):
        url = reverse("desk:incident", args=[incident.pk])
        found.append(Act(_("Finish the incident report"), url, "quiet" if found else "primary"))
    if run.note_id is not None and may(actor.roles, RecordClass.NOTES, Access.SIGN):
        rows = CrisisNote.objects.for_actor(actor, Purpose.TREATMENT)
        if rows.filter(pk=run.note_id).exists():
            url = reverse("desk:crisis_note", args=[run.note_id])
            found.append(Act(_("Read and sign the note"), url))
    if run.client_id is not None and may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE):
        url = reverse("desk:chart_safety", args=[run.client_id])
        found.append(Act(_("Safety plan"), url))
    if run.code == "overdose":
        found.append(Act(_("Take the naloxone kits off the stock"), reverse("desk:naloxone_use")))
    if run.client_id is not None and may(actor.roles, RecordClass.CONSENTS, Access.WRITE):
        url = reverse("desk:emergency_disclosure", args=[run.client_id])
        found.append(Act(_("Write down what the ambulance was told"), url))
    return tuple(found)


def _hospital_stop(actor: Actor, run: CrisisRun) -> str | None:
    """Where a stay in hospital is written down; None where it is not this person's or stands."""
    if run.outcome != "hospital" or run.client_id is None:
        return None
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    client = rows.filter(pk=run.client_id).first()
    if client is None or not reaches(actor, client, RecordClass.SCHEDULE, to=Access.WRITE):
        return None
    if stop_standing(actor, client.pk) is not None:
        return None
    return reverse("desk:stop", args=[client.pk]) + "?kind=hospital"


def incident_words(run: CrisisRun) -> str:
    """The number of the incident that opened by itself; "" for none."""
    incident = _incident(run) if run.ended_at else None
    return incident.number if incident is not None else ""


def _incident(run: CrisisRun) -> Any:
    return incidents().filter(origin=f"safety.crisis:{run.pk}").first()


def _opens(actor: Actor, incident: Any) -> bool:
    try:
        incident_for(actor, incident.pk)
    except Incident.DoesNotExist:
        return False
    return True
