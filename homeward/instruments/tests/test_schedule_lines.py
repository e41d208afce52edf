"""A program changes its schedule from a day on; the shipped table stands where it said nothing."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from homeward.core.refusals import NotAllowed
from homeward.instruments.models import ScheduleLine
from homeward.instruments.rules.schedule import Course, Given, Line, Moment, schedule
from homeward.instruments.rules.schedule_table import CORE
from homeward.instruments.scheduling import ScheduleLineRefused, lines_for, set_schedule_line
from homeward.testing.cast import NOON

TODAY = NOON.date()
WEEKLY = {
    "moment": "weekly", "instrument": "gad7", "condition": "always", "is_asked": True,
    "starts_on": TODAY, "tag": "payer", "source_title": "State Medicaid manual",
    "citation": "ch. 12",
}  # fmt: skip


def put(cast: Any, **changes: Any) -> ScheduleLine:
    given = {**WEEKLY, **changes}
    return set_schedule_line(
        actor=cast.dina.actor, program_id=cast.program.pk, today=TODAY, now=NOON, **given
    )


def keys(cast: Any, on: date = TODAY) -> list[tuple[str, str]]:
    return [(line.moment.value, line.instrument) for line in lines_for(cast.program.pk, on)]


@pytest.mark.django_db
class TestAProgramsOwnLines:
    def test_without_any_the_shipped_table_holds_with_its_source(self, cast: Any) -> None:
        lines = lines_for(cast.program.pk, TODAY)
        assert [line.key for line in lines] == [line.key for line in CORE]
        assert {line.source.tag for line in lines if line.source} == {"default"}

    def test_one_is_added_from_its_day_with_its_source(self, cast: Any) -> None:
        put(cast, starts_on=TODAY + timedelta(days=3))
        assert ("weekly", "gad7") not in keys(cast)
        assert ("weekly", "gad7") in keys(cast, TODAY + timedelta(days=3))
        added = lines_for(cast.program.pk, TODAY + timedelta(days=3))[-1]
        assert added.source is not None
        assert (added.source.tag, added.source.citation) == ("payer", "ch. 12")

    def test_a_shipped_one_is_taken_off_and_comes_back(self, cast: Any) -> None:
        line = {"moment": "discharge", "instrument": "sip2r"}
        put(cast, **line, is_asked=False)
        assert ("discharge", "sip2r") not in keys(cast)
        put(cast, **line)
        assert ("discharge", "sip2r") in keys(cast)
        assert ScheduleLine.objects.count() == 2

    def test_what_was_set_is_never_changed(self, cast: Any) -> None:
        row = put(cast)
        row.source_title = "Another"
        with pytest.raises(DatabaseError), transaction.atomic():
            row.save()

    @pytest.mark.parametrize(
        ("wrong", "code"),
        [
            ({"starts_on": TODAY - timedelta(days=1)}, "line_starts_in_past"),
            ({"source_title": "  "}, "line_needs_source"),
            ({"instrument": "moon"}, "form_unknown"),
            ({"moment": "noon"}, "moment_unknown"),
            ({"condition": "perhaps"}, "condition_unknown"),
            ({"tag": "rumour"}, "tag_unknown"),
            ({"from_month": 3}, "months_for_follow_up"),
        ],
    )
    def test_is_refused_with_every_fault_named(self, cast: Any, wrong: Any, code: str) -> None:
        with pytest.raises(ScheduleLineRefused) as refused:
            put(cast, **wrong)
        assert code in refused.value.codes

    def test_nobody_is_in_a_phase_at_the_first_call(self, cast: Any) -> None:
        with pytest.raises(ScheduleLineRefused) as refused:
            put(cast, moment="screening", phase_id=cast.program.phases.first().pk)
        assert refused.value.codes == ("no_phase_then",)

    def test_who_adopts_no_numbers_sets_nothing(self, cast: Any) -> None:
        with pytest.raises(NotAllowed):
            set_schedule_line(
                actor=cast.dana.actor, program_id=cast.program.pk, today=TODAY, now=NOON, **WEEKLY
            )


class TestAPhase:
    LINES = (Line(Moment.WEEKLY, "gad7", phase="early"),)

    def due(self, phase: str) -> list[str]:
        course = Course(TODAY - timedelta(days=30), (), (), phase)
        return [each.instrument for each in schedule(self.LINES, course, TODAY)]

    def test_a_line_of_one_phase_asks_nobody_of_another(self) -> None:
        assert self.due("early") == ["gad7"]
        assert self.due("late") == self.due("") == []

    def test_what_was_answered_in_another_phase_counts(self) -> None:
        course = Course(TODAY - timedelta(days=30), (), (Given("gad7", TODAY),), "early")
        assert [each.standing for each in schedule(self.LINES, course, TODAY)] == ["coming"]
