"""One client's whole episode as facts for the picture: a fixed number of queries, any length."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode, EpisodeStage
from homeward.attendance.models import AttendanceMark
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.charts import (
    EpisodeEvent,
    EpisodePicture,
    PhaseSpan,
    ScoreMark,
    TestMark,
    WeekHours,
)
from homeward.desk.words import PHASE_CLASSES
from homeward.drugtests.findings import standing_rows
from homeward.drugtests.models import AnalyteResult, DrugTest
from homeward.instruments.models import Response
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.progress.models import LevelReview
from homeward.progress.rules.hours import asked_in
from homeward.timetable.models import Seat

WEEK = timedelta(weeks=1)
PENDING = ("ordered", "notified", "collected", "sent", "received")
ABSENT = ("missed", "refused", "unable", "rejected", "cancelled")
READABLE = {AnalyteResult.Result.NEGATIVE, AnalyteResult.Result.POSITIVE_EXPECTED}
SCORES_SHOWN = ("bam_iop", "risk")


def picture_of(actor: Actor, episode: Episode, today: date, weeks_ahead: int) -> EpisodePicture:
    """The picture from the first day to the end, or to as far as the phases are planned."""
    stages = _stages(actor, episode)
    ends_on = episode.ended_on or today + WEEK * weeks_ahead
    return EpisodePicture(
        starts_on=episode.admitted_on,
        ends_on=ends_on,
        today=min(today, ends_on),
        phases=tuple(_phases(stages, episode, today, ends_on)),
        hours=tuple(_weeks(actor, episode, stages, today)),
        scores=tuple(_scores(actor, episode)),
        score_label=_("Risk factors"),
        score_note=_("BAM, 0–24"),
        score_scale=(0, 24),
        score_band=(12, 24),
        tests=tuple(_tests(actor, episode)),
        events=tuple(_events(actor, episode)),
        key=f"episode-{episode.pk}",
    )


def _stages(actor: Actor, episode: Episode) -> list[EpisodeStage]:
    rows = EpisodeStage.objects.for_actor(actor, Purpose.TREATMENT).filter(
        episode=episode, withdrawal=None
    )
    return list(rows.select_related("phase").order_by("starts_at"))


def _phases(
    stages: list[EpisodeStage], episode: Episode, today: date, ends_on: date
) -> Iterable[PhaseSpan]:
    zone = ZoneInfo(episode.site.time_zone)
    starts = [stage.starts_at.astimezone(zone).date() for stage in stages]
    for number, stage in enumerate(stages):
        is_last = number == len(stages) - 1
        until = (min(today, ends_on) + timedelta(days=1)) if is_last else starts[number + 1]
        if until > starts[number]:
            yield PhaseSpan(
                PHASE_CLASSES.get(stage.phase.color, "early"),
                stage.phase.name,
                starts[number],
                until,
            )
    if episode.ended_on or not stages:
        return
    day = today + timedelta(days=1)
    following = episode.program.phases.filter(position__gte=stages[-1].phase.position)
    for phase in following.order_by("position"):
        length = WEEK * phase.typical_weeks
        if phase.pk == stages[-1].phase_id:
            length = max(length - (today - starts[-1]), timedelta(0))
        until = min(day + length, ends_on)
        if until > day:
            color = PHASE_CLASSES.get(phase.color, "early")
            yield PhaseSpan(color, phase.name, day, until, planned=True)
            day = until


def _weeks(
    actor: Actor, episode: Episode, stages: list[EpisodeStage], today: date
) -> Iterable[WeekHours]:
    first = episode.admitted_on - timedelta(days=episode.admitted_on.weekday())
    marks = AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT).filter(episode=episode)
    delivered = _by_week(marks.values("on").annotate(minutes=Sum("credited_minutes")), "on")
    seats = Seat.objects.for_actor(actor, Purpose.TREATMENT).filter(
        episode=episode, released_at=None, session__on__gte=today, session__cancelled_at=None
    )
    planned = _by_week(
        seats.values("session__on").annotate(minutes=Sum("session__clinical_minutes")),
        "session__on",
    )
    last = max([episode.ended_on or today, *planned])
    schedule_url = reverse("desk:chart_schedule", args=[episode.client_id])
    zone = ZoneInfo(episode.site.time_zone)
    began = [
        (stage.starts_at.astimezone(zone).date(), stage.phase.weekly_minutes) for stage in stages
    ]
    week = first
    while week <= last:
        required = asked_in(week, began, 0)
        if not (episode.ended_on and week > episode.ended_on):
            yield WeekHours(
                week,
                delivered.get(week, 0) / 60,
                required / 60,
                planned.get(week, 0) / 60,
                f"{schedule_url}?week={week}",
            )
        week += WEEK


def _by_week(rows: Iterable[dict[str, Any]], field: str) -> dict[date, int]:
    minutes: dict[date, int] = {}
    for row in rows:
        monday = row[field] - timedelta(days=row[field].weekday())
        minutes[monday] = minutes.get(monday, 0) + (row["minutes"] or 0)
    return minutes


def _scores(actor: Actor, episode: Episode) -> Iterable[ScoreMark]:
    instrument, score = SCORES_SHOWN
    rows = Response.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=episode.client_id,
        instrument=instrument,
        is_handed_in=True,
        answered_at__gte=episode.admitted_at,
    )
    zone = ZoneInfo(episode.site.time_zone)
    url = reverse("desk:chart_measures", args=[episode.client_id])
    for response in rows.order_by("answered_at"):
        value = (response.scores.get(score) or {}).get("value")
        if value is not None and not (episode.ended_at and response.answered_at > episode.ended_at):
            yield ScoreMark(response.answered_at.astimezone(zone).date(), float(value), url)


def _tests(actor: Actor, episode: Episode) -> Iterable[TestMark]:
    if not may(actor.roles, RecordClass.DRUG_TESTS, Access.READ):
        return
    rows = DrugTest.objects.for_actor(actor, Purpose.TREATMENT).filter(episode=episode)
    zone = ZoneInfo(episode.site.time_zone)
    for test in rows.prefetch_related("results").order_by("ordered_at"):
        result, words = result_of(test)
        yield TestMark(
            (test.collected_at or test.due_at).astimezone(zone).date(),
            result,
            words,
            reverse("desk:drug_test", args=[test.pk]),
        )


def _present(rows: list[AnalyteResult]) -> set[str]:
    """What stands: no corrected result, and no class reading of what a laboratory has named."""
    former = {row.supersedes_id for row in rows}
    kept = [row for row in rows if row.pk not in former]
    return {row.result for row in standing_rows(kept)}


def result_of(test: DrugTest) -> tuple[str, str]:
    """One test in one code and in words; presumptive is never more than that."""
    if test.state in ABSENT:
        code = "excused" if test.state in {"unable", "rejected", "cancelled"} else test.state
        words = {"missed": _("missed"), "refused": _("refused"), "excused": _("not collected")}
        return code, words[code]
    if test.state in PENDING:
        return "pending", _("result not in yet")
    results = _present(list(test.results.all()))
    if test.specimen in {"substituted", "adulterated", "invalid"}:
        return "invalid", _("specimen not valid")
    if AnalyteResult.Result.POSITIVE in results:
        return "positive", _("tested positive, confirmed")
    if AnalyteResult.Result.PRESUMPTIVE_POSITIVE in results:
        return "presumptive", _("presumptive positive, not confirmed")
    if AnalyteResult.Result.NEGATIVE_UNEXPECTED in results:
        return "presumptive", _("a prescribed medicine was not found, not confirmed")
    # Negative is something that was found; a test without a readable result found nothing.
    if not results & READABLE:
        return ("invalid", _("no valid result")) if results else ("pending", _("result not in yet"))
    if AnalyteResult.Result.POSITIVE_EXPECTED in results:
        return "negative", _("nothing but what is prescribed")
    if test.specimen == "dilute_neg":
        return "negative", _("negative, dilute specimen")
    return "negative", _("tested negative")


def _events(actor: Actor, episode: Episode) -> Iterable[EpisodeEvent]:
    yield EpisodeEvent(episode.admitted_on, _("Admitted"))
    zone = ZoneInfo(episode.site.time_zone)
    decided = LevelReview.objects.for_actor(actor, Purpose.TREATMENT).filter(
        episode=episode, outcome__in=("step_down", "step_up", "discharge")
    )
    words = {
        "step_down": _("Stepped down"),
        "step_up": _("Stepped up"),
        "discharge": _("Discharge decided"),
    }
    for review in decided.order_by("decided_at"):
        if review.decided_at:
            yield EpisodeEvent(
                review.decided_at.astimezone(zone).date(),
                words[review.outcome],
                reverse("desk:review", args=[review.pk]),
            )
    families = Seat.objects.for_actor(actor, Purpose.TREATMENT).filter(
        episode=episode,
        session__session_type__kind__in=("family", "multi_family"),
        released_at=None,
    )
    first = families.order_by("starts_at").select_related("session").first()
    if first:
        url = reverse("desk:chart_schedule", args=[episode.client_id])
        yield EpisodeEvent(first.session.on, _("Family session"), url)
    if episode.ended_on:
        yield EpisodeEvent(episode.ended_on, _("Discharged"))
