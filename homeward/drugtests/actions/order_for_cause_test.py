"""A test with a reason: two people agree, and the draws know nothing of it.

The second person agrees under their own name (`second_order`) before a specimen is taken.
"""

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
from homeward.drugtests.panels import panels_for
from homeward.drugtests.reaching import local_day, require_judgement, seconds_for
from homeward.drugtests.rules.on_site import FOR_CAUSE, TO_SET
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.program.queries import numbers_for

SHORTEST_CAUSE = 10


class CauseIncomplete(Refusal):
    """A sentence that says what was seen is needed."""


class NeedsSecondPerson(Refusal):
    """Somebody else of the client's team, who may write tests, agrees."""


class PanelToChoose(Refusal):
    """Nobody has set a panel for this person, so somebody says what this test is for."""


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

    Raises CauseIncomplete, NeedsSecondPerson, NotInCare, PanelToChoose;
    Client.DoesNotExist out of scope.
    """
    require_judgement(actor)
    client = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL).get(pk=client_id)
    if len(cause.strip()) < SHORTEST_CAUSE:
        raise CauseIncomplete
    able = {each.pk: each for each in seconds_for(client, actor)}
    second = able.get(seconded_by_id)
    if second is None:
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
    own = panels_for([episode], local_day(now, episode.site))[episode.pk]
    if not panel and own.need == TO_SET:
        raise PanelToChoose
    test = DrugTest.objects.create(
        client_id=client_id,
        site_id=episode.site_id,
        episode=episode,
        is_for_cause=True,
        cause=cause.strip()[:200],
        panel=list(panel) or list(own.analytes),
        panel_need=FOR_CAUSE,
        panel_set=own.panel,
        state=DrugTest.State.ORDERED,
        ordered_at=now,
        ordered_by_id=actor.worker_id,
        seconded_by=second,
        due_at=now + timedelta(hours=int(numbers["draw_window_max_hours"])),
    )
    audit.record("drugtests.test.ordered_for_cause", actor=actor, subject=test, at=now)
    return test
