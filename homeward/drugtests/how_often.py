"""How often somebody was tested lately, against what payers usually pay for."""

from datetime import datetime

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.drugtests.models import DrugTest, LabOrder
from homeward.drugtests.reaching import local_day
from homeward.drugtests.rules.ceilings import (
    DEFINITIVE,
    PRESUMPTIVE,
    CeilingNumbers,
    one_more,
)
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.program.queries import numbers_for

COUNTING = Actor.of_service("drugtests.ceilings")


def confirmations_stand(test: DrugTest, now: datetime) -> Decision:
    """Whether one more confirmation of this client's is within what payers usually pay."""
    on = local_day(now, test.site)
    rows = LabOrder.objects.for_actor(COUNTING, Purpose.OPERATIONS).filter(
        test__episode_id=test.episode_id, kind=LabOrder.Kind.CONFIRMATION
    )
    before = [local_day(sent, test.site) for sent in rows.values_list("sent_at", flat=True)]
    numbers = CeilingNumbers.of(numbers_for(test.episode.program_id, on))
    return one_more(DEFINITIVE, on, test.episode.admitted_on, before, numbers)


def screens_stand(episode: Episode, now: datetime) -> Decision:
    """The same for one more test that is read as a class, whoever orders it."""
    on = local_day(now, episode.site)
    rows = DrugTest.objects.for_actor(COUNTING, Purpose.OPERATIONS).filter(
        episode_id=episode.pk, collected_at__isnull=False
    )
    before = [local_day(at, episode.site) for at in rows.values_list("collected_at", flat=True)]
    numbers = CeilingNumbers.of(numbers_for(episode.program_id, on))
    return one_more(PRESUMPTIVE, on, episode.admitted_on, before, numbers)
