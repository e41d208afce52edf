"""What would this rule set have said? Counted over every review, listed where one may be opened."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Figure
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.desk.reviews.forms import ReplayForm
from homeward.kernel.reasons import State
from homeward.kernel.records import RecordClass
from homeward.progress import words, words_of_reviews
from homeward.progress.replaying import Replayed, replay
from homeward.progress.reviewer_call import TRIGGERS
from homeward.progress.rules.replay import Answer
from homeward.progress.rules.rule_sets import CURRENT, RULE_SETS

ROOM = "desk/reviews"
A_YEAR = timedelta(days=364)
MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class CaseShown:
    """One review in which the rule set would have said something else."""

    week: str
    url: str
    suggested: str
    by: str
    would: str
    decided: str
    reasons: str


@dataclass(frozen=True, slots=True)
class ReplayPage:
    """Counts over all, and each case that differs."""

    figures: tuple[Figure, ...]
    moves: tuple[tuple[str, str, int], ...]
    cases: tuple[CaseShown, ...]
    out_of_reach: int
    without_facts: int

    @classmethod
    def of(cls, actor: Actor, rule_set: str, first: date, last: date) -> "ReplayPage":
        """Everybody is counted; a card the actor may not open is listed without whose it is."""
        every = replay(rule_set, first, last)
        reached = _reached(actor, every, rule_set, first, last)
        differing = every.replay.differing
        answers, decided = every.replay.answers, every.replay.decided
        against = every.replay.against_the_team
        return cls(
            figures=(
                Figure(str(len(answers)), _("reviews")),
                Figure(str(len(answers) - len(differing)), _("the same suggestion")),
                Figure(str(len(differing)), _("another suggestion"),
                       tone="attention" if differing else ""),
                Figure(f"{len(decided) - len(against)} / {len(decided)}",
                       _("as the team decided")),
            ),
            moves=tuple(
                (str(words.OUTCOMES[before]), str(words.OUTCOMES[after]), count)
                for (before, after), count in sorted(every.replay.moves().items())
            ),
            cases=tuple(
                _case(each, is_open=each.case.key in reached) for each in differing[:MOST_LISTED]
            ),
            out_of_reach=sum(each.case.key not in reached for each in differing),
            without_facts=every.without_facts,
        )  # fmt: skip


def _reached(
    actor: Actor, every: Replayed, rule_set: str, first: date, last: date
) -> frozenset[str]:
    """The cards the actor may open; none for who reads no assessment without a reason."""
    if not may(actor.roles, RecordClass.ASSESSMENT, Access.READ):
        return frozenset()
    return frozenset(replay(rule_set, first, last, actor=actor, only_reached=True).cards)


def _case(answer: Answer, *, is_open: bool) -> CaseShown:
    """Where the record is open with its address and the lines in full; else what differed, and
    the names of the lines alone."""
    case = answer.case
    return CaseShown(
        week=date_format(case.on, "j M Y"),
        url=reverse("desk:review", args=[case.key]) if is_open else "",
        suggested=str(words.OUTCOMES[case.suggested]),
        by=f"{case.rule_set} {case.version}",
        would=str(words.OUTCOMES[answer.outcome]),
        decided=str(words.OUTCOMES.get(case.decided, _("not decided"))),
        reasons=" · ".join(_why(answer, is_open=is_open)),
    )


def _why(answer: Answer, *, is_open: bool) -> list[str]:
    """The lines that led there: triggers met, else signals that fall short, else all that hold."""
    met = [line for line in answer.reasons
           if line.code in TRIGGERS and line.state is State.MET]  # fmt: skip
    short = [line for line in answer.reasons
             if line.code not in TRIGGERS and line.state is State.NOT_MET]  # fmt: skip
    shown = met or short or [line for line in answer.reasons if line.state is State.MET]
    if not is_open:
        return [str(words_of_reviews.LINE_NAMES.get(line.code, line.code)) for line in shown[:3]]
    return [words_for(line.code, line.detail) for line in shown[:3]]


@requires(RecordClass.OUTCOMES, get=Access.READ)
def review_replay(request: HttpRequest) -> HttpResponse:
    """Choose a rule set and weeks; counts first, then each case with its reasons."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    today = clock.today()
    asked: Any = request.GET if request.GET else None
    form = ReplayForm(
        asked, rule_sets=list(RULE_SETS),
        initial={"rule_set": CURRENT.code, "first": today - A_YEAR, "last": today},
    )  # fmt: skip
    page = None
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        page = ReplayPage.of(actor, data["rule_set"], data["first"], data["last"])
    sets = [(each.code, each.version, each.since) for each in RULE_SETS.values()]
    status = 422 if form.errors else 200
    context = {"form": form, "page": page, "sets": sets, "current": CURRENT.code}
    return render(request, f"{ROOM}/replay.html", context, status=status)
