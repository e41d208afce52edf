"""What the overview of a record prints."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.admissions.queries import episodes_of
from homeward.core import clock
from homeward.core.access import Access, cells, may
from homeward.core.actors import Actor
from homeward.core.charts import EpisodePicture
from homeward.core.components import Act
from homeward.core.reasons_words import words_for
from homeward.desk.chart.acts import acts_of
from homeward.desk.chart.episode import picture_of
from homeward.desk.chart.frame import ChartFrame
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, decision_from_json
from homeward.kernel.records import RecordClass
from homeward.people.queries import reaches
from homeward.plans.queries import active_plan, objectives_of_plan
from homeward.progress.models import LevelReview
from homeward.retention.queries import open_signals_of
from homeward.retention.words import SIGNALS
from homeward.timetable.queries import next_sessions_of

WEEKS_AHEAD = 8


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One goal in the client's words and how its objectives stand."""

    number: int
    words: str
    standing: str


@dataclass(frozen=True, slots=True)
class NextLine:
    """Something coming for this client."""

    when: str
    what: str
    sub: str
    url: str


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """The level-of-care review that is open, or the last one decided."""

    tag: str
    words: str
    decision: Decision | None
    act: Act | None


@dataclass(frozen=True, slots=True)
class SignalLine:
    """One open signal that somebody may be leaving, and why it was raised."""

    title: str
    why: str
    url: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole episode and what comes next."""

    picture: EpisodePicture | None
    is_past: bool
    review: ReviewCard | None
    goals: tuple[GoalLine, ...]
    plan_aside: str
    plan_url: str
    upcoming: tuple[NextLine, ...]
    acts: tuple[Act, ...]
    must_give_reason: bool
    signals: tuple[SignalLine, ...] = ()

    @classmethod
    def of(cls, actor: Actor, frame: ChartFrame) -> "Overview":
        """Everything the overview shows, as far as this person may see it."""
        client = frame.client
        today = clock.today(client.site.time_zone)
        episode = frame.episode
        if episode is None:
            former = episodes_of(actor, client)
            episode = former[0] if former else None
        sees_care = may(actor.roles, RecordClass.ASSESSMENT, Access.READ)
        plan = active_plan(actor, episode) if episode and sees_care else None
        return cls(
            picture=picture_of(actor, episode, today, WEEKS_AHEAD) if episode else None,
            is_past=frame.episode is None,
            review=_review(actor, episode) if episode and sees_care else None,
            goals=tuple(_goals(actor, episode)) if episode and plan else (),
            plan_aside=_("review due %(day)s") % {"day": date_format(plan.review_due_on, "j M")}
            if plan and plan.review_due_on
            else "",
            plan_url=reverse("desk:chart_plan", args=[client.pk]) if plan else "",
            upcoming=tuple(_upcoming(actor, client)),
            acts=acts_of(actor, frame, was_in_care=episode is not None),
            must_give_reason=asks_for_a_reason(actor, client),
            signals=tuple(_signals(actor, client)) if frame.episode and sees_care else (),
        )


def asks_for_a_reason(actor: Actor, client: Any) -> bool:
    """Whether giving a reason would open the clinical part of this record to the actor.

    Nobody is asked for a reason that would not open anything, nor for one while one holds.
    """
    ways = {
        cell.relation
        for role in actor.roles
        for cell in cells(role, RecordClass.ASSESSMENT)
        if Access.READ in cell.verbs
    }
    return "reason" in ways and not reaches(actor, client, RecordClass.ASSESSMENT)


def _signals(actor: Actor, client: Any) -> Iterator[SignalLine]:
    for row in open_signals_of(actor, client):
        reason = decision_from_json(row.decision).reasons[0]
        yield SignalLine(
            str(SIGNALS[row.code]),
            words_for(reason.code, reason.detail),
            reverse("desk:signal", args=[row.pk]),
        )


def _review(actor: Actor, episode: Any) -> ReviewCard | None:
    rows = LevelReview.objects.for_actor(actor, Purpose.TREATMENT).filter(episode=episode)
    review = (
        rows.filter(outcome="").order_by("-week_of").first()
        or rows.exclude(outcome="").order_by("-decided_at", "-week_of").first()
    )
    if review is None:
        return None
    url = reverse("desk:review", args=[review.pk])
    words = {
        "stay": _("Stay at this level"),
        "step_down": _("Step down"),
        "step_up": _("Step up"),
        "discharge": _("Discharge"),
    }
    is_open = not review.outcome
    decides = is_open and may(actor.roles, RecordClass.ASSESSMENT, Access.SIGN)
    return ReviewCard(
        tag=_("review open") if is_open else _("decided"),
        words=_("%(what)s is suggested") % {"what": words[review.suggested]}
        if is_open
        else _("%(what)s, decided") % {"what": words[review.outcome]},
        decision=decision_from_json(review.suggestion) if review.suggestion else None,
        act=Act(_("Decide") if decides else _("Open"), url),
    )


def _goals(actor: Actor, episode: Any) -> list[GoalLine]:
    objectives = objectives_of_plan(actor, episode)
    by_goal: dict[Any, list[Any]] = {}
    for objective in objectives:
        by_goal.setdefault(objective.goal, []).append(objective)
    return [
        GoalLine(
            number,
            goal.own_words,
            _("%(met)s of %(all)s objectives met")
            % {"met": sum(item.state == "met" for item in items), "all": len(items)},
        )
        for number, (goal, items) in enumerate(by_goal.items(), start=1)
    ]


def _upcoming(actor: Actor, client: Any) -> list[NextLine]:
    now = clock.now()
    lines = []
    for session in next_sessions_of(actor, client, now - timedelta(hours=1), limit=4):
        starts = timezone.localtime(session.starts_at)
        day = _("Today") if starts.date() == clock.today() else date_format(starts, "D j M")
        lines.append(
            NextLine(
                f"{day} {date_format(starts, 'H:i')}",
                session.name,
                session.topic.title if session.topic else "",
                "",
            )
        )
    return lines
