"""A test result or missed sessions open a card for the team and never sanction; plans end."""

from homeward.admissions.models import Episode
from homeward.attendance.facts import SessionMissed
from homeward.core.facts import listens_to
from homeward.drugtests.facts import TestResulted
from homeward.drugtests.rules.reading import CHANGED
from homeward.kernel.purposes import Purpose
from homeward.plans.ending import close_plans
from homeward.program.queries import numbers_for
from homeward.progress import tasks_opened as duties
from homeward.progress.facts import ClientDischarged
from homeward.progress.reaching import local_day
from homeward.progress.reviews import open_cards
from homeward.progress.rules.causes import TEST_RESULT, TEST_SPECIMEN
from homeward.progress.rules.review import ReviewNumbers
from homeward.progress.standing import REVIEWING, standings_of

# What opens one, and a specimen that somebody changed. Never a sanction.
OPENS_A_CARD = ("presumptive", "positive")
# What a review asked of somebody, and nobody needs of a client who has left.
ENDS_WITH_CARE = (duties.REVIEW, duties.TIMETABLE, duties.SAFETY_PLAN, duties.KEPT)


def _open_episodes(**where: object) -> list[Episode]:
    rows = Episode.objects.for_actor(REVIEWING, Purpose.OPERATIONS).filter(ended_at=None, **where)
    return list(rows.select_related("phase", "site"))


@listens_to(TestResulted)
def open_card_after_result(fact: TestResulted) -> None:
    """One card while it waits, however many results come meanwhile; after its decision another.

    A confirmation of what was read before is nothing new: an open card reads it by itself.
    """
    if fact.was_known:
        return
    if fact.outcome in OPENS_A_CARD:
        cause = TEST_RESULT
    elif fact.specimen in CHANGED:
        cause = TEST_SPECIMEN
    else:
        return
    open_cards(_open_episodes(pk=fact.episode_id), cause, actor=fact.actor, now=fact.at)


@listens_to(SessionMissed)
def open_card_after_missed_sessions(fact: SessionMissed) -> None:
    """A card when as many sessions in a row were missed as the program says."""
    if fact.state != "no_show":
        return
    for episode in _open_episodes(client_id=fact.client_id):
        on = local_day(fact.at, episode.site.time_zone)
        numbers = ReviewNumbers.of(numbers_for(episode.program_id, on))
        standing = standings_of([episode], on, numbers)[episode.pk]
        if standing.missed_in_row >= numbers.missed_in_row:
            open_cards([episode], "missed_in_row", actor=fact.actor, now=fact.at)


@listens_to(ClientDischarged)
def close_plans_after_discharge(fact: ClientDischarged) -> None:
    """No plan outlives its episode."""
    rows = Episode.objects.for_actor(REVIEWING, Purpose.OPERATIONS)
    close_plans(rows.get(pk=fact.episode_id), actor=fact.actor, now=fact.at)


@listens_to(ClientDischarged)
def end_duties_of_reviews(fact: ClientDischarged) -> None:
    """Nobody is asked to hold a review, or to seat somebody, once the episode has ended."""
    for kind in ENDS_WITH_CARE:
        duties.end_all(
            kind,
            fact.client_id,
            duties.NOT_NEEDED.code,
            "care here has ended",
            actor=fact.actor,
            now=fact.at,
        )
