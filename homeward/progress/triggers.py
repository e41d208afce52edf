"""What opens a review between the weekly ones, and whom it asks; see rules/causes.py."""

from homeward import audit
from homeward.admissions.models import Episode
from homeward.consents.facts import EmergencyDisclosed
from homeward.consents.models import EmergencyRecord
from homeward.core.facts import listens_to
from homeward.instruments.facts import InstrumentAnswered
from homeward.instruments.models import Response
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.program.queries import numbers_for
from homeward.progress import before_signing
from homeward.progress import tasks_opened as duties
from homeward.progress.course_of import TOTAL, WITHDRAWAL
from homeward.progress.facts import ReviewDecided, ReviewOpened
from homeward.progress.models import LevelReview
from homeward.progress.reaching import local_day
from homeward.progress.review_records import CourseEvent
from homeward.progress.reviews import open_cards
from homeward.progress.rules.causes import CAUSES, COUNSELOR, NURSE, WEEKLY
from homeward.progress.rules.crisis_events import events_of, tells_of_hospital
from homeward.progress.rules.review import ReviewNumbers
from homeward.progress.standing import REVIEWING
from homeward.safety.facts import CrisisEnded
from homeward.tasks.facts import DutyOpened
from homeward.tasks.models import CareTask

PRESSING = (CareTask.Urgency.NOW, CareTask.Urgency.SAME_DAY)


def open_episodes(**where: object) -> list[Episode]:
    """Open episodes with what a card needs of them."""
    rows = Episode.objects.for_actor(REVIEWING, Purpose.OPERATIONS).filter(ended_at=None, **where)
    return list(rows.select_related("phase", "site"))


@listens_to(DutyOpened)
def open_card_after_danger(fact: DutyOpened) -> None:
    """A safety duty that cannot wait for the next contact, whatever opened it: an answer, a
    check-in, somebody who arrived unwell."""
    if fact.kind == "safety" and fact.urgency in PRESSING:
        episodes = open_episodes(client_id=fact.client_id)
        open_cards(episodes, "danger_answer", actor=REVIEWING, now=fact.at)


@listens_to(EmergencyDisclosed)
def open_card_after_emergency(fact: EmergencyDisclosed) -> None:
    """A hospital was told in a medical emergency; poison control alone is no hospital visit."""
    rows = EmergencyRecord.objects.for_actor(REVIEWING, Purpose.OPERATIONS)
    record = rows.get(pk=fact.record_id)
    told = (record.recipient_name, record.recipient_affiliation, record.nature)
    if not tells_of_hospital(*told):
        return
    episodes = open_episodes(client_id=fact.client_id)
    open_cards(episodes, "hospital_visit", actor=fact.actor, now=fact.at)


@listens_to(InstrumentAnswered)
def open_card_after_withdrawal(fact: InstrumentAnswered) -> None:
    """A withdrawal score from the program's own number of points on, after the admission day."""
    if fact.instrument not in WITHDRAWAL:
        return
    rows = Response.objects.for_actor(REVIEWING, Purpose.OPERATIONS)
    total = rows.values_list("scores", flat=True).get(pk=fact.response_id)
    value = (total or {}).get(TOTAL, {}).get("value")
    for episode in open_episodes(client_id=fact.client_id):
        on = local_day(fact.at, episode.site.time_zone)
        numbers = ReviewNumbers.of(numbers_for(episode.program_id, on))
        least = numbers.ciwa_from if fact.instrument == "ciwa_ar" else numbers.cows_from
        if value is not None and value >= least and on > episode.admitted_on:
            open_cards([episode], "withdrawal_signs", actor=fact.actor, now=fact.at)


@listens_to(CrisisEnded)
def open_card_after_crisis(fact: CrisisEnded) -> None:
    """A crisis that was about a client in care; the card knows what it was, never the report."""
    codes = events_of(fact.path_code, fact.kind, fact.outcome_code, fact.answers)
    if not codes or fact.client_id is None:
        return
    for episode in open_episodes(client_id=fact.client_id):
        for code in codes:
            CourseEvent.objects.create(
                client_id=episode.client_id, site_id=episode.site_id, episode=episode, code=code,
                happened_on=local_day(fact.started_at, episode.site.time_zone), told_at=fact.at,
                told_by_id=fact.started_by_id,
            )  # fmt: skip
        open_cards([episode], codes[0], actor=fact.actor, now=fact.at)


@listens_to(ReviewOpened)
def ask_to_hold_it(fact: ReviewOpened) -> None:
    """A card that something called for is somebody's duty, due when it is to be held."""
    cause = CAUSES.get(fact.opened_because, CAUSES[WEEKLY])
    if fact.opened_because == WEEKLY or cause.has_duty:
        return
    rows = LevelReview.objects.for_actor(REVIEWING, Purpose.OPERATIONS)
    card = rows.get(pk=fact.review_id)
    clients = Client.objects.for_actor(REVIEWING, Purpose.OPERATIONS).select_related("site")
    roles = (NURSE, COUNSELOR) if cause.asks == NURSE else (COUNSELOR,)
    duties.ask(
        clients.get(pk=fact.client_id), duties.REVIEW,
        duties.on_the_team(fact.client_id, roles, fact.at), card.held_by or fact.at,
        f"{duties.REVIEW}:{card.pk}", actor=REVIEWING, now=fact.at,
        urgency=CareTask.Urgency.NEXT_CONTACT, review=card.pk, because=fact.opened_because,
    )  # fmt: skip


@listens_to(ReviewDecided)
def end_the_asking(fact: ReviewDecided) -> None:
    """The review was held: every duty to hold one of this client's ends with it."""
    rows = CareTask.objects.for_actor(REVIEWING, Purpose.INTERNAL_CARE).filter(
        client_id=fact.client_id, kind=duties.REVIEW, closed_at=None
    )
    for task in rows.select_for_update(of=("self",)):
        task.change(
            closed_at=fact.at, closed_by_id=fact.actor.worker_id or task.owner_id,
            disposition="held",
        )  # fmt: skip
        audit.record("tasks.duty.closed", actor=fact.actor, subject=task, at=fact.at, reason="held")
    before_signing.tell_the_table(fact.client_id, actor=fact.actor, now=fact.at)
