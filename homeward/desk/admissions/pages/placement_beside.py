"""What stands beside a placement: results from elsewhere, what would change it, staying on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.components import Act, Cell, Column, Row, Table
from homeward.core.reasons_words import words_for
from homeward.desk.admissions.dimensions import NAMES
from homeward.desk.admissions.forms.placement import FACT_LABELS, SUICIDE_RISKS
from homeward.desk.admissions.forms.placement_decisions import StayForm
from homeward.desk.admissions.pages.suggestion import level_words, reason_in_words
from homeward.desk.admissions.times import when
from homeward.instruments.models import Response
from homeward.kernel.reasons import Decision, State
from homeward.placement.models import ExternalResult, Placement, StayDecision
from homeward.placement.refusal_words import DIRECTIONS, DISCREPANCIES, OUTCOMES, TOOLS
from homeward.placement.rules.recommend import UNDETERMINED
from homeward.placement.rules.sensitivity import FACT, Change
from homeward.placement.words import HOLDS, RATINGS


@dataclass(frozen=True, slots=True)
class ExternalLine:
    """One result from elsewhere; `differs` where its level is not the one suggested here."""

    words: str
    sub: str
    differs: str


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What would change the answer."""

    title: str
    subline: str
    level: str
    unmet: Decision
    unknown: Decision
    facts: Table
    ratings: Table
    back: Act


@dataclass(frozen=True, slots=True)
class StayPage:
    """Staying or moving on: the questions, the grounds, what was decided before."""

    title: str
    subline: str
    form: StayForm
    decision: Decision
    outcome: str
    earlier: Table
    back: Act


def external_lines(
    results: Iterable[ExternalResult], placement: Placement | None
) -> tuple[ExternalLine, ...]:
    """The newest first."""
    return tuple(
        ExternalLine(
            _("%(tool)s: %(level)s")
            % {
                "tool": each.tool_name or TOOLS[each.tool],
                "level": level_words(each.edition, each.level),
            },
            " · ".join(
                filter(None, (date_format(each.done_on, "j M Y"), each.done_by, each.kept_where))
            ),
            _differs_here(each, placement),
        )
        for each in results
    )


def _differs_here(result: ExternalResult, placement: Placement | None) -> str:
    if placement is None or not placement.indicated_level:
        return ""
    if (result.edition, result.level) == (placement.edition, placement.indicated_level):
        return ""
    return _("Here the suggestion is %(level)s.") % {
        "level": level_words(placement.edition, placement.indicated_level)
    }


def changes_page(
    placement: Placement,
    client_name: str,
    decision: Decision,
    changes: Iterable[Change],
    responses: Mapping[str, Response],
    back: Act,
) -> ChangesPage:
    """Reasons unmet and unknown, and each answer that would move the level or a hold."""
    found = tuple(changes)
    edition = placement.edition
    told = replace(
        decision,
        reasons=tuple(reason_in_words(each, edition, responses) for each in decision.reasons),
    )
    return ChangesPage(
        title=_("What would change it: %(name)s") % {"name": client_name},
        subline=_("Ratings of %(when)s") % {"when": when(placement.assessed_at)},
        level=_("Not yet: rate a dimension")
        if decision.outcome == UNDETERMINED
        else level_words(edition, decision.outcome),
        unmet=_only(told, State.NOT_MET),
        unknown=_only(told, State.UNKNOWN),
        facts=_table(
            _("Facts nobody knows yet"),
            edition,
            [each for each in found if each.kind == FACT],
            _("No open fact would move the level or a hold."),
        ),
        ratings=_table(
            _("Ratings one step up or down"),
            edition,
            [each for each in found if each.kind != FACT],
            _("No rating one step away would move the level."),
        ),
        back=back,
    )


def _only(decision: Decision, state: State) -> Decision:
    return Decision(decision.outcome, decision.rule_set, decision.version, decision.lines(state))


def _table(caption: str, edition: str, changes: Iterable[Change], empty: str) -> Table:
    return Table(
        caption=caption,
        columns=(Column(_("If")), Column(_("Level")), Column(_("First"))),
        rows=tuple(
            Row(
                (
                    Cell(_if_words(edition, each)),
                    Cell(level_words(edition, each.level) if each.moves_level else _("the same")),
                    Cell(_hold_words(each)),
                )
            )
            for each in changes
        ),
        empty=empty,
    )


def _if_words(edition: str, change: Change) -> str:
    if change.kind == FACT:
        value = {True: _("yes"), False: _("no")}.get(change.value, change.value)
        if change.name == "suicide_risk":
            value = str(dict(SUICIDE_RISKS)[change.value]).lower()
        return f"{FACT_LABELS[change.name]}: {value}"
    return _("%(name)s: %(rating)s, %(words)s") % {
        "name": NAMES[edition][int(change.name)],
        "rating": change.value,
        "words": str(RATINGS[change.value]).lower(),
    }


def _hold_words(change: Change) -> str:
    added = [str(HOLDS.get(code, code)) for code in change.holds_added]
    gone = [
        _("no longer: %(hold)s") % {"hold": HOLDS.get(code, code)} for code in change.holds_gone
    ]
    return "; ".join((*added, *gone))


def stay_page(
    placement: Placement,
    client_name: str,
    form: StayForm,
    decision: Decision,
    stays: Iterable[StayDecision],
    back: Act,
) -> StayPage:
    """The grounds as the answers stand."""
    outcome = str(OUTCOMES[decision.outcome])
    if direction := decision.extras["direction"]:
        outcome = f"{outcome}, {DIRECTIONS[direction]}"
    return StayPage(
        title=_("Stay or move on: %(name)s") % {"name": client_name},
        subline=_("At %(level)s since %(when)s")
        % {
            "level": level_words(placement.edition, placement.provided_level),
            "when": when(placement.decided_at),
        },
        form=form,
        decision=decision,
        outcome=outcome,
        earlier=Table(
            caption=_("Decided before"),
            columns=(
                Column(_("When")),
                Column(_("Decided")),
                Column(_("Grounds")),
                Column(_("By")),
            ),
            rows=tuple(Row(tuple(_stay_cells(each))) for each in stays),
            empty=_("Nothing decided yet."),
        ),
        back=back,
    )


def _stay_cells(stay: StayDecision) -> Iterable[Cell]:
    grounds = "; ".join(words_for(code) for code in stay.suggestion["extras"]["grounds"])
    differs = str(DISCREPANCIES.get(stay.reason, "")) if stay.reason else ""
    yield Cell(when(stay.decided_at))
    yield Cell(" · ".join(filter(None, (str(OUTCOMES[stay.outcome]), differs, stay.note))))
    yield Cell(grounds)
    yield Cell(", ".join(filter(None, (stay.decided_by.name, stay.credential))))
