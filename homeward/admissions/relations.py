"""Whom the admissions desk may still see: people who ask for care and are not in the program.

And whom their clinician may see on the way: those whose assessment they were given.

Somebody who was here before and calls again is such a person; somebody who left and does not ask
is not, and keeps only the minimal slice at this desk.
"""

from typing import Any

from homeward.admissions.models import AssessmentVisit, Episode, Inquiry
from homeward.admissions.rules.pipeline import ENDED
from homeward.core.reach import Relation, relates
from homeward.people.models import Client


@relates("admit")
def not_admitted_yet(about: Relation) -> Any:
    """Clients never admitted, and former ones with an inquiry that is still on its way."""
    episodes = Episode.objects.unscoped("relation")
    admitted = episodes.filter(ended_at=None).values("client_id")
    asking = (
        Inquiry.objects.unscoped("relation")
        .exclude(client=None)
        .exclude(state__in=ENDED)
        .values("client_id")
    )
    former = episodes.exclude(ended_at=None).exclude(client_id__in=asking).values("client_id")
    outside = Client.objects.unscoped("relation").exclude(pk__in=admitted)
    return outside.exclude(pk__in=former).values("pk")


@relates("assess")
def on_their_way_to(about: Relation) -> Any:
    """Clients this worker has an assessment with, while their inquiry is on its way."""
    if about.actor.worker_id is None:
        return None
    visits = AssessmentVisit.objects.unscoped("relation").filter(worker_id=about.actor.worker_id)
    return visits.exclude(inquiry__state__in=ENDED).values("client_id")
