"""What a payer's reviewer asks, in the order they ask it, each fact with its source and its day.

Six dimensions, last use, tests, attendance, why less would fail, medicines, the plan for after.
Every fact is put to the consent engine for this payer, for payment, at this instant; what it does
not release is not among the facts, only how many were held back and why.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.formats import date_format

from homeward.admissions.models import Episode
from homeward.attendance.queries import attendance_rates, minutes_by_week
from homeward.consents.disclosing import Outgoing, preview
from homeward.consents.recipients import Addressee
from homeward.consents.rules.disclosure import Disclosure as Answer
from homeward.consents.rules.parties import Recipient
from homeward.consents.rules.request import Item
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.coverage.models import Coverage, Payer
from homeward.drugtests.findings import is_marker_alone
from homeward.drugtests.models import DrugTest
from homeward.drugtests.queries import reading_of
from homeward.drugtests.rules.reading import POSITIVE, counted
from homeward.instruments.models import CheckIn
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Evidence, State, decision_from_json
from homeward.kernel.records import RecordClass
from homeward.medications.models import Medication
from homeward.people.queries import reaches
from homeward.plans.queries import active_plan
from homeward.progress.models import Appointment, LevelReview
from homeward.progress.ratings import rated_now
from homeward.progress.reaching import local_day
from homeward.progress.review_records import CourseEvent
from homeward.progress.reviews import monday_of
from homeward.progress.stages import minutes_asked

SECTIONS = (
    "dimensions", "last_use", "tests", "attendance", "why_less_fails", "medicines", "after",
)  # fmt: skip
FOUND = POSITIVE
PRESUMPTIVE = DrugTest.Outcome.PRESUMPTIVE
OVERDOSE = "overdose"
RESULTS = (*FOUND, "negative", "unexpected", "invalid")
TESTS_SHOWN = 6
PHONE = "phone"
# The packet of utilization review: what the desk that deals with payers sees of the record.
PACKET = ("dimensions", "attendance")


CALLING = Actor.of_service("progress.payer_call")


@dataclass(frozen=True, slots=True)
class CallFact:
    """One fact: where it belongs, what kind of record it is, its day, its code and details."""

    key: str
    section: str
    record_class: RecordClass
    on: date
    code: str
    detail: Mapping[str, Any] = field(default_factory=dict)
    evidence: Evidence | None = None

    def item(self) -> Item:
        """As the consent engine is asked."""
        return Item(self.key, self.record_class.value, self.on)


@dataclass(frozen=True, slots=True)
class Told:
    """What may be told to this payer now, and why the rest may not."""

    payer: Payer | None
    facts: tuple[CallFact, ...]
    held_back: Mapping[str, tuple[str, ...]]
    answer: Answer | None

    def of(self, section: str) -> tuple[CallFact, ...]:
        """The facts of one section that may be told."""
        return tuple(each for each in self.facts if each.section == section)


def reads_for_call(actor: Actor) -> bool:
    """Whether the actor reads what a reviewer asks; about whom, the scope says."""
    return may(actor.roles, RecordClass.ASSESSMENT, Access.READ)


def speaks_for_desk(actor: Actor) -> bool:
    """Whether the actor speaks with payers by claims alone, and sees no more than the packet."""
    return (
        not reads_for_call(actor)
        and may(actor.roles, RecordClass.CLAIMS, Access.WRITE)
        and may(actor.roles, RecordClass.ASSESSMENT, Access.MINIMAL)
    )


def may_take_call(actor: Actor) -> bool:
    """Whether the screen for the call is theirs."""
    return reads_for_call(actor) or speaks_for_desk(actor)


def desk_episode(actor: Actor, **named: Any) -> Episode:
    """The open episode for the desk: a client whose claims it writes; Episode.DoesNotExist."""
    rows = Episode.objects.for_actor(CALLING, Purpose.PAYMENT).filter(ended_at=None, **named)
    episode: Episode = rows.select_related(
        "client__site", "program", "phase", "site", "placement"
    ).get()
    if not reaches(actor, episode.client, RecordClass.CLAIMS, to=Access.WRITE):
        raise Episode.DoesNotExist
    return episode


def payer_of(actor: Actor, episode: Any, on: date) -> Payer | None:
    """Who pays now, as far as the actor may know it."""
    rows = Coverage.objects.for_actor(actor, Purpose.PAYMENT, to=Access.MINIMAL).filter(
        client_id=episode.client_id, starts_on__lte=on
    )
    held = rows.exclude(ends_on__lte=on).exclude(payer__kind="self_pay")
    row = held.select_related("payer").order_by("-starts_on").first()
    return row.payer if row else None


def addressee_of(payer: Payer) -> Addressee:
    """The payer as the engine and the ledger name it: a health plan, and a covered entity."""
    recipient = Recipient("entity", str(payer.pk), frozenset({"health_plan"}), covered_entity=True)
    return Addressee(recipient, payer.name)


def outgoing_to(payer: Payer, facts: tuple[CallFact, ...], words: str = "") -> Outgoing:
    """The facts on their way to the payer, said on the phone, for payment."""
    return Outgoing(
        addressee=addressee_of(payer), purpose=Purpose.PAYMENT.value,
        items=tuple(each.item() for each in facts), medium=PHONE, words=words,
    )  # fmt: skip


def what_may_be_told(actor: Actor, episode: Any, now: datetime, weeks: int) -> Told:
    """The facts the actor reads and the payer may hear, at this instant."""
    today = local_day(now, episode.site.time_zone)
    payer = payer_of(actor, episode, today)
    facts = tuple(_facts(actor, episode, today, weeks))
    if payer is None:
        return Told(None, (), {}, None)
    answer = preview(episode.client, outgoing_to(payer, facts), now)
    released = set(answer.released)
    section_of = {each.key: each.section for each in facts}
    held: dict[str, list[str]] = {}
    for each in answer.items:
        if each.id not in released:
            held.setdefault(section_of[each.id], []).extend(each.reasons)
    return Told(
        payer,
        tuple(each for each in facts if each.key in released),
        {name: tuple(dict.fromkeys(reasons)) for name, reasons in held.items()},
        answer,
    )


def _facts(actor: Actor, episode: Any, today: date, weeks: int) -> Iterator[CallFact]:
    first = today - timedelta(weeks=weeks)
    yield from _dimensions(episode, today)
    if speaks_for_desk(actor):
        yield from _attendance(episode, today, weeks)
        return
    if reaches(actor, episode.client, RecordClass.DRUG_TESTS):
        yield from _tests(actor, episode, first)
    yield from _told_use(actor, episode)
    yield from _attendance(episode, today, weeks)
    yield from _since(actor, episode)
    yield from _why(actor, episode, today)
    if reaches(actor, episode.client, RecordClass.MEDICAL):
        yield from _medicines(actor, episode)
    yield from _after(actor, episode, today)


def _dimensions(episode: Any, today: date) -> Iterator[CallFact]:
    rated = rated_now(episode)
    source = (
        Evidence("level_review", str(rated.review_id))
        if rated.review_id
        else Evidence("placement", str(rated.placement_id))
    )
    for number, value in sorted(rated.ratings.items()):
        yield CallFact(
            f"dimension_{number}", "dimensions", RecordClass.ASSESSMENT, rated.on or today,
            "call_dimension", {"number": int(number), "edition": rated.edition, "rating": value},
            source,
        )  # fmt: skip


def _tests(actor: Actor, episode: Any, first: date) -> Iterator[CallFact]:
    zone = episode.site.time_zone
    rows = DrugTest.objects.for_actor(actor, Purpose.PAYMENT).filter(
        episode_id=episode.pk, outcome__in=RESULTS
    )
    dated = [
        (local_day(row.collected_at or row.ordered_at, zone), row)
        for row in rows.order_by("-ordered_at")
    ]
    used = next(((day, row) for day, row in dated if row.outcome in FOUND), None)
    if used is not None:
        day, row = used
        yield CallFact(
            f"last_test:{row.pk}", "last_use", RecordClass.DRUG_TESTS, day, "call_last_positive",
            {"day": date_format(day, "j M Y"), "kind": row.outcome,
             "is_marker": is_marker_alone(row.results.filter(superseded_by=None))},
            Evidence("drug_test", str(row.pk)),
        )  # fmt: skip
    recent = [(day, row) for day, row in dated if day >= first]
    if recent:
        said = counted((row.outcome, row.specimen, row.state) for _day, row in recent)
        yield CallFact(
            "tests", "tests", RecordClass.DRUG_TESTS, min(day for day, _row in recent),
            "call_tests", {"negative": said.negative, "found": said.positive, "dilute": said.dilute,
             "unreadable": said.unreadable, "all": len(recent),
             "unconfirmed": sum(row.outcome == PRESUMPTIVE for _day, row in recent)},
            Evidence("chart_tests", str(episode.client_id)),
        )  # fmt: skip
    for day, row in recent[:TESTS_SHOWN]:
        yield CallFact(
            f"test:{row.pk}", "tests", RecordClass.DRUG_TESTS, day, "call_test",
            {"day": date_format(day, "j M"), "kind": reading_of(row)},
            Evidence("drug_test", str(row.pk)),
        )  # fmt: skip


def _told_use(actor: Actor, episode: Any) -> Iterator[CallFact]:
    """Use that a client told of, and an overdose the team learned of: the last of each."""
    known = _learned(actor, episode).filter(code=OVERDOSE).first()
    if known is not None:
        yield CallFact(
            f"overdose:{known.pk}", "last_use", RecordClass.ASSESSMENT, known.happened_on,
            "call_overdose", {"day": date_format(known.happened_on, "j M Y")},
            _card_of(actor, episode),
        )  # fmt: skip
    rows = CheckIn.objects.for_actor(actor, Purpose.PAYMENT).filter(
        client_id=episode.client_id, used=True, is_shared=True, on__gte=episode.admitted_on
    )
    last = rows.order_by("-on").values_list("on", flat=True).first()
    if last is not None:
        yield CallFact(
            "told_use", "last_use", RecordClass.ASSESSMENT, last, "call_told_use",
            {"day": date_format(last, "j M Y")}, Evidence("chart_measures", str(episode.client_id)),
        )  # fmt: skip


def _attendance(episode: Any, today: date, weeks: int) -> Iterator[CallFact]:
    """Sessions kept and hours a week, over the weeks looked back on."""
    first = max(today - timedelta(weeks=weeks), episode.admitted_on)
    rate = attendance_rates([episode.client_id], first, today + timedelta(days=1))
    found = rate[episode.client_id]
    monday = monday_of(today)
    begin = max(monday - timedelta(weeks=weeks), monday_of(episode.admitted_on))
    minutes = minutes_by_week([episode.client_id], begin, monday)[episode.client_id]
    whole = [begin + timedelta(weeks=number) for number in range((monday - begin).days // 7)]
    source = Evidence("chart_schedule", str(episode.client_id))
    if found.expected:
        yield CallFact(
            "attendance", "attendance", RecordClass.SCHEDULE, first, "call_attendance",
            {"came": found.came, "expected": found.expected - found.excused,
             "excused": found.excused, "percent": found.percent}, source,
        )  # fmt: skip
    if minutes:
        asked = minutes_asked(episode, whole)
        wanted = asked.values() if len(set(asked.values())) > 1 else [asked[begin]]
        yield CallFact(
            "hours", "attendance", RecordClass.SCHEDULE, begin, "call_hours",
            {"hours": _in_hours(minutes.get(week, 0) for week in whole),
             "required": _in_hours(wanted)}, source,
        )  # fmt: skip


def _in_hours(minutes: Iterable[int]) -> str:
    """Week by week, in order."""
    return ", ".join(f"{round(each / 60, 1):g}" for each in minutes)


def _why(actor: Actor, episode: Any, today: date) -> Iterator[CallFact]:
    """The lines that speak against less care, as the newest signed review has them."""
    rows = _reviews(actor, episode).filter(decided_at__isnull=False)
    review = rows.order_by("-decided_at").first()
    if review is None:
        return
    source = Evidence("level_review", str(review.pk))
    yield CallFact(
        "decision", "why_less_fails", RecordClass.ASSESSMENT, review.week_of, "call_decision",
        {"outcome": review.outcome, "level": review.recommended_level or episode.level_code,
         "reason": review.reason}, source,
    )  # fmt: skip
    for line in decision_from_json(review.suggestion).reasons:
        if line.state is not against_less(line.code):
            continue
        yield CallFact(
            f"line:{line.code}", "why_less_fails", RecordClass.ASSESSMENT, review.week_of,
            line.code, dict(line.detail), source,
        )  # fmt: skip


def _since(actor: Actor, episode: Any) -> Iterator[CallFact]:
    """What the team learned after the newest signed review, which cannot know it."""
    signed = _reviews(actor, episode).exclude(decided_at=None).order_by("-decided_at").first()
    learned = _learned(actor, episode)
    if signed is not None:
        learned = learned.filter(told_at__gt=signed.decided_at)
    source = _card_of(actor, episode)
    for row in learned:
        yield CallFact(
            f"since:{row.pk}", "why_less_fails", RecordClass.ASSESSMENT, row.happened_on,
            "call_since", {"what": row.code, "day": date_format(row.happened_on, "j M Y")}, source,
        )  # fmt: skip


def _learned(actor: Actor, episode: Any) -> Any:
    """What the team learned of in this episode, the newest first."""
    rows = CourseEvent.objects.for_actor(actor, Purpose.PAYMENT).filter(episode_id=episode.pk)
    return rows.order_by("-happened_on", "-told_at")


def _reviews(actor: Actor, episode: Any) -> Any:
    rows = LevelReview.objects.for_actor(actor, Purpose.PAYMENT)
    return rows.filter(episode_id=episode.pk)


def _card_of(actor: Actor, episode: Any) -> Evidence | None:
    """The newest card, on which what was learned stands; one click away."""
    card = _reviews(actor, episode).order_by("-opened_at").first()
    return None if card is None else Evidence("level_review", str(card.pk))


TRIGGERS = frozenset(
    {"use_rising", "new_use_rising",
     "missed_in_row", "safety_concern_open", "overdose_lately", "withdrawal_signs",
     "housing_unsafe", "hospital_lately", "mind_worse", "use_told", "contact_lost"}
)  # fmt: skip


def against_less(code: str) -> State:
    """The state in which a line speaks against less care: a trigger met, a signal not met."""
    return State.MET if code in TRIGGERS else State.NOT_MET


def _medicines(actor: Actor, episode: Any) -> Iterator[CallFact]:
    rows = Medication.objects.for_actor(actor, Purpose.PAYMENT).filter(
        client_id=episode.client_id, ended_on=None
    )
    for row in rows.order_by("name", "pk"):
        yield CallFact(
            f"medicine:{row.pk}", "medicines", RecordClass.MEDICAL, row.started_on,
            "call_medicine", {"name": row.name, "dose": row.dose},
            Evidence("chart_medical", str(episode.client_id)),
        )  # fmt: skip


def _after(actor: Actor, episode: Any, today: date) -> Iterator[CallFact]:
    plan = active_plan(actor, episode)
    source = Evidence("chart_plan", str(episode.client_id))
    if plan is not None:
        detail = {"criteria": plan.discharge_criteria, "weeks": plan.estimated_weeks}
        yield CallFact(
            "criteria", "after", RecordClass.ASSESSMENT, episode.admitted_on, "call_criteria",
            detail, source,
        )  # fmt: skip
    rows = Appointment.objects.for_actor(actor, Purpose.PAYMENT).filter(
        episode_id=episode.pk, kept=None, at__date__gte=today
    )
    for row in rows.order_by("at")[:3]:
        day = local_day(row.at, episode.site.time_zone)
        yield CallFact(
            f"appointment:{row.pk}", "after", RecordClass.SCHEDULE, day, "call_appointment",
            {"day": date_format(day, "j M Y"), "with": row.with_whom,
             "confirmed_by": row.confirmed_by}, source,
        )  # fmt: skip
