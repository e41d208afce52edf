"""Which records would give a need its place, in words: any one of them, or several together."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.pages.reasons import blocker_words
from homeward.timetable.questions import WeekQuestion
from homeward.timetable.solver.placing.blocker import Blocker


def is_about_records(question: Any) -> bool:
    """Whether it asks which records would do."""
    is_what_if = question.kind == WeekQuestion.Kind.WHAT_IF
    return is_what_if and question.question.get("offer") is None


def remedy_lines(ground: Ground, question: Any) -> tuple[str, tuple[str, ...]]:
    """A heading and its lines; each was verified by planning again around the client."""
    found = question.answers
    if not found:
        return _("No single record would give a place, nor all of them together."), ()
    if len(found[0]["records"]) > 1:
        lines = tuple(_record(ground, each) for each in found[0]["records"])
        return _("Only these together would do: %(people)s") % {"people": _moved(found[0])}, lines
    heading = ngettext("This would do, if it were otherwise:",
                       "Any one of these would do, if it were otherwise:", len(found))  # fmt: skip
    return heading, tuple(
        f"{_record(ground, each['records'][0])} · {_moved(each)}" for each in found
    )


def _record(ground: Ground, record: Mapping[str, Any]) -> str:
    blocker = Blocker(record["code"], record["record"]["kind"], record["record"]["id"])
    words = blocker_words(ground, blocker)
    if record["day"] is None:
        return words
    return _("%(words)s on %(day)s") % {"words": words, "day": ground.times.day(record["day"])}


def _moved(found: Mapping[str, Any]) -> str:
    count = len(found["moved"])
    if not count:
        return _("nobody else moves")
    return ngettext("%d other person moves", "%d other people move", count) % count
