"""A test with a reason: two people agree, and the draws know nothing of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.drugtests.models import DrugTest
from homeward.drugtests.reaching import local_day, require_judgement
from homeward.drugtests.rules.panel import panel_for
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.program.queries import numbers_for
from homeward.staff.models import Worker

SHORTEST_CAUSE = 10


class CauseIncomplete(Refusal):
    """A sentence that says what was seen is needed."""


class NeedsSecondPerson(Refusal):
    """A second worker of the site, somebody else, agrees."""


class NotInCare(Refusal):
    """The client has no open episode."""


@action
def order_for_cause_test(
    *,
    actor: Actor,
    client_id: UUID,
    seconded_by_id: UUID,
    cause: str,
    now: datetime,
    panel: Sequence[str] = (),
) -> DrugTest:
    """Order a test outside the draw; the client is told, with the program's usual window.

    Raises CauseIncomplete, NeedsSecondPerson, NotInCare; Client.DoesNotExist out of scope.
    """
    require_judgement(actor)
    client = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL).get(pk=client_id)
    if len(cause.strip()) < SHORTEST_CAUSE:
        raise CauseIncomplete
    second = Worker.objects.filter(pk=seconded_by_id).first()
    if second is None or second.pk == actor.worker_id or second.site_id != client.site_id:
        raise NeedsSecondPerson
    episode = (
        Episode.objects.for_actor(actor, Purpose.TREATMENT)
        .select_related("site", "client")
        .filter(client_id=client_id, ended_at=None)
        .first()
    )
    if episode is None:
        raise NotInCare
    numbers = numbers_for(episode.program_id, local_day(now, episode.site))
    test = DrugTest.objects.create(
        client_id=client_id,
        site_id=episode.site_id,
        episode=episode,
        is_for_cause=True,
        cause=cause.strip()[:200],
        panel=list(panel) or list(panel_for([episode.client.primary_substance])),
        panel_need="for_cause",
        state=DrugTest.State.ORDERED,
        ordered_at=now,
        ordered_by_id=actor.worker_id,
        seconded_by=second,
        due_at=now + timedelta(hours=int(numbers["draw_window_max_hours"])),
    )
    audit.record("drugtests.test.ordered_for_cause", actor=actor, subject=test, at=now)
    return test
