"""An answer that is the week as it stands: said as that, never offered as a way to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.desk.week_plan.forms.repairs import TakeOverForm
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.pages.impossible import impossible_words
from homeward.timetable.drafting.touching import is_same_week
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.reading_schedule import schedule_of


@dataclass(frozen=True, slots=True)
class Idle:
    """Why nothing is moved; `form` only lets the plan know of what happened, where that is new."""

    words: tuple[str, ...]
    impossible: tuple[str, ...]
    form: TakeOverForm | None


def is_idle(ground: Ground, answer: Mapping[str, Any]) -> bool:
    """Whether an answer is the week as it stands."""
    return is_same_week(ground.schedule, schedule_of(answer["schedule"]))


def idle_of(
    ground: Ground,
    then: Instance,
    answer: Mapping[str, Any],
    place: int,
    head: int | None,
    others: int | None,
) -> Idle:
    """`then` is the week's need with what happened; `others` are the other ways, None while they
    are still looked for."""
    missing = check(then, ground.schedule).unplaced
    words = [_("The week as it stands holds with this. Nobody has to be moved.")]
    if missing:
        words.append(
            ngettext(
                "%d session has no place in it, and finds none while everybody keeps their times.",
                "%d sessions have no place in it, and find none while everybody keeps their times.",
                missing,
            )
            % missing
        )
    if missing and others is not None:
        words.append(
            ngettext("%d way below places more.", "%d ways below place more.", others) % others
            if others
            else _("No other way was found that places more.")
        )
    is_news = then != ground.instance and head is not None
    return Idle(
        tuple(words),
        impossible_words(ground, answer.get("impossible", ())),
        TakeOverForm(initial={"alternative": place}, version=head) if is_news else None,
    )
