"""The thread, clickable from both ends: need, problem, step, session, note, measure, review, end.

A fixed number of reads for a whole episode, however long it was. A step that was amended is one
line through all its versions: what was written about the old one stands with the new.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.core.evidence_links import link_for
from homeward.desk.admissions.dimensions import NAMES
from homeward.desk.plans.links import anchor_of
from homeward.desk.plans.pages.knots import Asked, Knot, StepThread, ThreadPage
from homeward.desk.plans.pages.lines import STATE_TONES
from homeward.instruments.library import instrument
from homeward.instruments.models import Response
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Evidence
from homeward.notes.choices import PROGRESS
from homeward.notes.models import ClientNote
from homeward.plans.models import Intervention, Objective, Plan, PlanReview
from homeward.plans.words import OBJECTIVE_STATES, intervention_words
from homeward.progress.models import Discharge
from homeward.timetable.models import Seat

PROGRESS_TONES = {"met": "done", "some_progress": "done", "setback": "attention"}
MOST_COMING = 40
NEWEST_NOTES = 5
TOTAL = "total"


def thread_page(actor: Actor, episode: Episode | None, asked: Asked, now: datetime) -> ThreadPage:
    """The whole thread of an episode; what the reader may not see is not on it."""
    if episode is None:
        return ThreadPage((), (), (), "")
    read = _Read(actor, episode, asked, now)
    steps = sorted(
        (read.step(newest, line) for newest, line in read.lines()),
        key=lambda step: (step.state == _("Given up"), _in_order(step.number)),
    )
    return ThreadPage(
        tuple(step for step in steps if not step.is_earlier),
        tuple(step for step in steps if step.is_earlier),
        tuple(read.note(each) for each in read.notes.get(None, ())),
        reverse("desk:chart_plan", args=[episode.client_id]),
    )


def _in_order(number: str) -> list[int]:
    return [int(part) if part.isdigit() else 0 for part in number.split(".")]


class _Read:
    """The rows of an episode, each kind in one read."""

    def __init__(self, actor: Actor, episode: Episode, asked: Asked, now: datetime) -> None:
        self.actor, self.episode, self.asked, self.now = actor, episode, asked, now
        self.zone = ZoneInfo(episode.site.time_zone)
        steps = self._rows(Objective, goal__problem__plan__episode=episode)
        self.steps = {
            row.pk: row for row in steps.select_related("goal__problem__plan").order_by("number")
        }
        self.notes = self._by_line(
            self._rows(ClientNote, episode=episode).select_related("session").order_by("-on"),
            lambda row: row.objective_id,
        )
        work = self._rows(Intervention, objective__goal__problem__plan__episode=episode)
        self.work: dict[UUID, list[Intervention]] = defaultdict(list)
        for row in work.select_related("worker").order_by("pk"):
            self.work[row.objective_id].append(row)
        self.reviews = list(
            self._rows(PlanReview, plan__episode=episode).select_related("by").order_by("-at")
        )
        self.scores = self._scores()
        self.coming = self._coming()
        self.discharge = self._rows(Discharge, episode=episode).order_by("-number").first()

    def _rows(self, model: Any, **where: Any) -> Any:
        return model.objects.for_actor(self.actor, Purpose.TREATMENT).filter(**where)

    def _root(self, step_id: UUID | None) -> UUID | None:
        """The first version of a step; itself where nothing was amended."""
        seen: set[UUID] = set()
        while step_id in self.steps and step_id not in seen:
            seen.add(step_id)
            before = self.steps[step_id].continues_id
            if before is None:
                return step_id
            step_id = before
        return step_id

    def _by_line(self, rows: Iterable[Any], step_of: Any) -> dict[Any, list[Any]]:
        found: dict[Any, list[Any]] = defaultdict(list)
        for row in rows:
            found[self._root(step_of(row))].append(row)
        return found

    def _scores(self) -> dict[str, list[Response]]:
        named = {step.instrument for step in self.steps.values() if step.instrument}
        found: dict[str, list[Response]] = defaultdict(list)
        if not named:
            return found
        rows = self._rows(
            Response, client_id=self.episode.client_id, instrument__in=named, is_handed_in=True
        )
        for row in rows.defer("answers").order_by("answered_at"):
            found[row.instrument].append(row)
        return found

    def _coming(self) -> dict[str, list[Seat]]:
        found: dict[str, list[Seat]] = defaultdict(list)
        rows = self._rows(
            Seat, episode=self.episode, released_at=None, starts_at__gt=self.now,
            session__cancelled_at=None,
        )  # fmt: skip
        for seat in rows.select_related("session__session_type").order_by("starts_at")[
            :MOST_COMING
        ]:
            found[seat.session.session_type.kind].append(seat)
        return found

    def lines(self) -> Iterator[tuple[Objective, list[Objective]]]:
        """Each step's newest version that was ever signed or is written now, with all of them."""
        found: dict[Any, list[Objective]] = defaultdict(list)
        for step in self.steps.values():
            found[self._root(step.pk)].append(step)
        for versions in found.values():
            ordered = sorted(versions, key=lambda step: step.goal.problem.plan.number)
            in_force = [
                step
                for step in ordered
                if step.goal.problem.plan.state not in (Plan.State.DRAFT, Plan.State.SIGNED)
            ]
            yield (in_force or ordered)[-1], ordered

    def step(self, step: Objective, line: list[Objective]) -> StepThread:
        """One line of the thread."""
        problem = step.goal.problem
        root, ids = self._root(step.pk), {str(each.pk) for each in line}
        work = self.work.get(step.pk, [])
        edition = self.episode.placement.edition
        kinds = {each.kind for each in work}
        coming = sorted(
            (seat for kind in kinds for seat in self.coming.get(kind, ())[:2]),
            key=lambda seat: seat.starts_at,
        )
        notes = tuple(self.note(each) for each in self.notes.get(root, ()))
        plans = sorted({each.goal.problem.plan.number for each in line})
        address = reverse("desk:chart_plan", args=[self.episode.client_id])
        number = step.goal.problem.plan.number
        return StepThread(
            number=step.number,
            anchor=anchor_of(step.number),
            need=problem.need_words,
            need_url=link_for(Evidence(problem.need_kind, problem.need_ref)),
            problem=problem.statement,
            dimension=str(NAMES[edition].get(problem.dimension, problem.dimension)),
            goal=step.goal.own_words,
            statement=step.statement,
            state=str(OBJECTIVE_STATES[step.state]),
            tone=STATE_TONES.get(step.state, "neutral"),
            plan_url=f"{address}?number={number}#{anchor_of(step.number)}",
            versions=_("in plans %(numbers)s") % {"numbers": ", ".join(map(str, plans))}
            if len(plans) > 1
            else _("plan %(number)s") % {"number": number},
            promised=tuple(f"{intervention_words(each)}, {each.worker.name}" for each in work),
            coming=tuple(self._seat(seat) for seat in coming[:3]),
            notes=notes[:NEWEST_NOTES],
            more_notes=notes[NEWEST_NOTES:],
            measures=tuple(self._score(each) for each in self.scores.get(step.instrument, ())),
            reviews=tuple(
                self._reviews_of({each.goal.problem.plan_id: each.number for each in line})
            ),
            ending=self._ending(ids),
            is_asked=self.asked.objective in ids,
            is_earlier=step.goal.problem.plan.state == Plan.State.SUPERSEDED,
        )

    def note(self, row: ClientNote) -> Knot:
        """A note with its session."""
        return Knot(
            date_format(row.on, "j M Y"),
            row.session.name if row.signed_at else _("%(session)s, not signed") % {
                "session": row.session.name
            },
            reverse("desk:note", args=[row.pk]),
            str(PROGRESS.get(row.progress, "")),
            PROGRESS_TONES.get(row.progress, "neutral"),
            self.asked.note == str(row.pk),
        )  # fmt: skip

    def _seat(self, seat: Seat) -> Knot:
        starts = seat.starts_at.astimezone(self.zone)
        day = f"{date_format(starts, 'D j M')} {time_format(starts, 'H:i')}"
        url = reverse("desk:chart_schedule", args=[self.episode.client_id])
        return Knot(day, seat.session.name, url)

    def _score(self, row: Response) -> Knot:
        total = row.scores.get(TOTAL, {}).get("value")
        words = instrument(row.instrument).title
        if total is not None:
            words = f"{words}: {total:g}"
        day = date_format(row.answered_at.astimezone(self.zone), "j M Y")
        return Knot(day, words, reverse("desk:response", args=[row.pk]))

    def _reviews_of(self, numbers: dict[UUID, str]) -> Iterator[Knot]:
        for row in self.reviews:
            state = row.objective_states.get(numbers.get(row.plan_id, ""))
            if state is None:
                continue
            is_stay = row.kind == PlanReview.Kind.CONTINUED_STAY
            yield Knot(
                date_format(row.at.astimezone(self.zone), "j M Y"),
                _("Continued stay, %(name)s") % {"name": row.by.name}
                if is_stay
                else _("Review, %(name)s") % {"name": row.by.name},
                reverse("desk:plan_reviewed", args=[row.pk]),
                str(OBJECTIVE_STATES.get(state, state)),
                STATE_TONES.get(state, "neutral"),
                self.asked.review == str(row.pk),
            )

    def _ending(self, ids: set[str]) -> Knot | None:
        if self.discharge is None:
            return None
        said = next(
            (each for each in self.discharge.summary.get("objectives", ()) if each["id"] in ids),
            None,
        )
        if said is None:
            return None
        return Knot(
            date_format(self.discharge.discharged_at.astimezone(self.zone), "j M Y"),
            _("Discharge summary"),
            reverse("desk:discharge", args=[self.episode.client_id]),
            str(OBJECTIVE_STATES.get(said["state"], said["state"])),
            STATE_TONES.get(said["state"], "neutral"),
        )
