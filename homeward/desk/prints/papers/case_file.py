"""Everything signed about one client between two days, as far as the reader may read it.

Counseling notes lie under a key of their own and are never part of it, nor are drafts. Names of
other clients that stand in a text are taken out, and the first page says how many.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from homeward.admissions.models import Episode
from homeward.attendance.models import AttendanceMark
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.desk.prints.papers import note as notes_paper
from homeward.desk.prints.papers import plan as plans_paper
from homeward.desk.prints.papers import review as reviews_paper
from homeward.desk.prints.papers import safety as safety_paper
from homeward.desk.prints.papers.composing import Facts, Paper, Part, Signed, day, moment
from homeward.desk.prints.papers.others import Others
from homeward.drugtests.findings import found_words
from homeward.drugtests.models import AnalyteResult, DrugTest
from homeward.drugtests.queries import reading_of
from homeward.drugtests.words import OUTCOMES, analyte
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notes.models import Addendum, ClientNote, SessionNote
from homeward.people.models import Client
from homeward.plans.models import Plan, PlanReview
from homeward.progress.models import Discharge, LevelReview
from homeward.progress.words import DISCHARGE_TYPES
from homeward.safety.models import CrisisNote, SafetyPlan, SafetyPlanAgreement

LONGEST_DAYS = 400


@dataclass(frozen=True, slots=True)
class Range:
    """Both days are in it."""

    first: date
    last: date


def case_file(actor: Actor, client: Client, over: Range, zone: ZoneInfo) -> Paper:
    """The file over a range; every read is in the reader's own scope."""
    asked = _Asked(actor, client, over, zone)
    others = Others.of(client, over.first, over.last)
    parts = [
        *_episodes(asked),
        *_plans(asked),
        *_notes(asked),
        *_crisis_notes(asked),
        *_safety_plans(asked),
        *_reviews(asked),
        *_attendance(asked),
        *_tests(asked),
        *_discharge(asked),
    ]
    kept = tuple(others.clean_part(part) for part in parts)
    return Paper(_("Case file"), [*_first_page(asked), others.fact()], kept)


@dataclass(frozen=True, slots=True)
class _Asked:
    actor: Actor
    client: Client
    over: Range
    zone: ZoneInfo

    def rows(self, model: Any, **where: Any) -> Any:
        reached = model.objects.for_actor(self.actor, Purpose.TREATMENT)
        return reached.filter(client_id=self.client.pk, **where)

    def within(self, name: str) -> dict[str, date]:
        return {f"{name}__gte": self.over.first, f"{name}__lte": self.over.last}


def _first_page(asked: _Asked) -> Facts:
    may_tests = may(asked.actor.roles, RecordClass.DRUG_TESTS, Access.READ)
    left_out = [_("drafts"), _("counseling notes, which the law keeps apart")]
    if not may_tests:
        left_out.append(_("drug tests, which whoever made this file may not read"))
    if not may(asked.actor.roles, RecordClass.ASSESSMENT, Access.READ):
        left_out.append(_("safety plans, which whoever made this file may not read"))
    return [
        (_("From"), day(asked.over.first)),
        (_("Until"), day(asked.over.last)),
        (_("Born"), day(asked.client.birth_date)),
        (_("Not in this file"), "; ".join(left_out)),
    ]


def _episodes(asked: _Asked) -> Iterator[Part]:
    rows = asked.rows(Episode, admitted_on__lte=asked.over.last).select_related("program", "phase")
    for row in rows.order_by("admitted_at"):
        if row.ended_on and row.ended_on < asked.over.first:
            continue
        yield Part(
            _("Episode of care"),
            facts=[
                (_("Program"), row.program.name),
                (_("Admitted"), day(row.admitted_on)),
                (_("Level of care"), row.level_code),
                (_("Phase"), row.phase.name),
                (_("Ended"), day(row.ended_on)),
            ],
        )


def _plans(asked: _Asked) -> Iterator[Part]:
    rows = asked.rows(Plan).exclude(state=Plan.State.DRAFT).select_related("author")
    for plan in rows.order_by("started_at"):
        began = plan.active_from or plan.started_at
        if began.astimezone(asked.zone).date() > asked.over.last:
            continue
        ended = getattr(plan, "ended_at", None)
        if ended and ended.astimezone(asked.zone).date() < asked.over.first:
            continue
        yield Part(
            _("Treatment plan %(number)s") % {"number": plan.number},
            facts=plans_paper.facts_of_plan(plan, asked.zone),
            signatures=plans_paper.signatures_of_plan(asked.actor, plan, asked.zone),
            on_new_page=True,
        )
        yield from plans_paper.parts_of_plan(asked.actor, plan, level=3)
        for each in asked.rows(PlanReview, plan=plan).select_related("by", "plan").order_by("at"):
            paper = reviews_paper.paper_of_plan_review(each, asked.zone)
            yield Part(paper.title, 3, facts=paper.facts, signatures=paper.signatures)
            yield from (replace(part, level=3) for part in paper.parts)


def _notes(asked: _Asked) -> Iterator[Part]:
    rows = asked.rows(ClientNote, signed_at__isnull=False, **asked.within("on")).select_related(
        "author", "signed_by", "objective", "cosignature__worker",
        "session__room", "session__session_type", "session__topic",
    )  # fmt: skip
    found = list(rows.order_by("on", "session__starts_at", "pk"))
    sessions = {note.session_id for note in found}
    shared = {row.session_id: row for row in SessionNote.objects.filter(session__in=sessions)}
    beneath: dict[Any, list[Addendum]] = {}
    for added in asked.rows(Addendum, note__in=found).select_related("author").order_by("at"):
        beneath.setdefault(added.note_id, []).append(added)
    for number, note in enumerate(found):
        words = shared[note.session_id].body if note.session_id in shared else ""
        yield Part(
            _("Progress note of %(day)s") % {"day": day(note.on)},
            facts=notes_paper.facts_of_note(asked.actor, note, asked.zone),
            signatures=notes_paper.signatures_of_note(note, asked.zone),
            on_new_page=number == 0,
        )
        yield from notes_paper.parts_of_note(
            note, words, beneath.get(note.pk, []), asked.zone, level=3
        )


def _crisis_notes(asked: _Asked) -> Iterator[Part]:
    rows = asked.rows(CrisisNote, signed_at__isnull=False).select_related("signed_by")
    for row in rows.order_by("started_at", "pk"):
        if asked.over.first <= row.started_at.astimezone(asked.zone).date() <= asked.over.last:
            yield safety_paper.part_of_crisis_note(row, asked.zone)


def _safety_plans(asked: _Asked) -> Iterator[Part]:
    rows = asked.rows(SafetyPlan, active_at__isnull=False).select_related("made_with")
    held = [
        row
        for row in rows.order_by("number")
        if row.active_at.astimezone(asked.zone).date() <= asked.over.last
        and (
            row.superseded_at is None
            or row.superseded_at.astimezone(asked.zone).date() >= asked.over.first
        )
    ]
    said: dict[Any, list[SafetyPlanAgreement]] = {}
    for each in asked.rows(SafetyPlanAgreement, plan__in=held).order_by("at", "created_at"):
        said.setdefault(each.plan_id, []).append(each)
    for row in held:
        yield from safety_paper.parts_of_safety_plan(row, said.get(row.pk, []), asked.zone)


def _reviews(asked: _Asked) -> Iterator[Part]:
    rows = asked.rows(LevelReview, **asked.within("week_of")).exclude(outcome="")
    for number, row in enumerate(rows.select_related("decided_by").order_by("week_of")):
        yield Part(
            _("Level-of-care review of %(day)s") % {"day": day(row.week_of)},
            facts=reviews_paper.facts_of_review(row, asked.zone),
            signatures=reviews_paper.signatures_of_review(row, asked.zone),
            on_new_page=number == 0,
        )
        yield from reviews_paper.parts_of_review(row, level=3)


def _attendance(asked: _Asked) -> Iterator[Part]:
    rows = asked.rows(AttendanceMark, **asked.within("on")).select_related("session")
    table = tuple(
        (
            day(row.on),
            row.session.name,
            _words(row.get_state_display),
            str(row.credited_minutes),
        )
        for row in rows.order_by("on", "session__starts_at")
    )
    if table:
        columns = (_("Day"), _("Session"), _("Attendance"), _("Minutes"))
        yield Part(_("Attendance"), columns=columns, rows=table, on_new_page=True)


def _tests(asked: _Asked) -> Iterator[Part]:
    if not may(asked.actor.roles, RecordClass.DRUG_TESTS, Access.READ):
        return
    rows = asked.rows(DrugTest, collected_at__isnull=False).order_by("collected_at")
    found = list(asked.rows(AnalyteResult, superseded_by=None))
    table = tuple(
        (
            moment(row.collected_at, asked.zone),
            ", ".join(analyte(code) for code in row.panel),
            str(OUTCOMES[reading_of(row)]),
            found_words((each for each in found if each.test_id == row.pk), row.panel),
        )
        for row in rows
        if asked.over.first <= row.collected_at.astimezone(asked.zone).date() <= asked.over.last
    )
    if table:
        yield Part(
            _("Drug and alcohol tests"),
            columns=(_("Collected"), _("Panel"), _("Result"), _("Found")), rows=table,
        )  # fmt: skip


def _discharge(asked: _Asked) -> Iterator[Part]:
    for row in asked.rows(Discharge).select_related("author").order_by("discharged_at"):
        on = row.discharged_at.astimezone(asked.zone).date()
        if asked.over.first <= on <= asked.over.last:
            yield Part(
                _("Discharge"),
                facts=[
                    (_("Discharged"), day(on)),
                    (_("Last contact"), day(row.last_contact_on)),
                    (_("Kind of discharge"), str(DISCHARGE_TYPES.get(row.type, row.type))),
                    (_("Reason"), row.reason),
                ],
                text=row.narrative,
                signatures=(
                    Signed(
                        row.author.name, row.credential, _("author"),
                        moment(row.discharged_at, asked.zone), row.content_hash[:16],
                    ),
                ),
            )  # fmt: skip


def _words(display: Callable[[], str]) -> str:
    return display().replace("_", " ").lower()
