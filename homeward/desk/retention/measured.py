"""How right the signals were where they were tried, in plain words; nothing is counted here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.components import Cell, Column, Row, Table
from homeward.kernel.numbers import ProgramNumber
from homeward.retention import words
from homeward.retention.figures import ANY, TOO_FEW, Found, History, Measured, measured
from homeward.retention.rules.course import SignalNumbers
from homeward.retention.rules.measuring import NO_BETTER, RARER
from homeward.retention.rules.signals import SIGNALS

PUBLIC, STORY = "ctn0094", "story"


@dataclass(frozen=True, slots=True)
class HistoryShown:
    """One history: what it is, what any signal was worth in it, and each signal's figures."""

    title: str
    about: tuple[str, ...]
    any_words: str
    no_better: str
    table: Table


@dataclass(frozen=True, slots=True)
class MeasuredShown:
    """The figures as the page prints them."""

    lead: str
    is_outdated: bool
    tried: Table
    histories: tuple[HistoryShown, ...]

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> "MeasuredShown | None":
        """From the kept figures, against the numbers in force, if any; None where none are kept."""
        found = measured()
        if found is None:
            return None
        return cls(
            lead=_("measured %(day)s, rules %(rules)s version %(version)s")
            % {
                "day": date_format(found.made_on, "j M Y"),
                "rules": found.rule_set,
                "version": found.version,
            },
            is_outdated=bool(numbers) and not found.is_of_these_rules(SignalNumbers.of(numbers)),
            tried=_tried(_in_order(found)),
            histories=tuple(_history(each) for each in _in_order(found)),
        )


def _tried(histories: list[History]) -> Table:
    """Every rule beside every history: what was tried there, on how much, or why it was not."""
    return Table(
        _("Each rule, and on whom it was tried"),
        (Column(_("Signal")), *(Column(title_of(each.code)) for each in histories)),
        tuple(
            Row((Cell(str(words.SIGNALS[code])), *(_tried_in(each, code) for each in histories)))
            for code in SIGNALS
        ),
    )


def _tried_in(history: History, code: str) -> Cell:
    each = history.of(code)
    if each is None:
        return Cell(_("not tried"), sub=str(words.UNTRIED[history.code][code]))
    _words, tone = words.VERDICTS[each.verdict]
    return Cell(
        told_verdict(each.verdict, each.looks), tone=tone,
        sub=_("%(looks)s looks; while people still came: %(verdict)s")
        % {
            "looks": number_format(each.looks, force_grouping=True),
            "verdict": told_verdict(each.verdict_while_coming, each.looks_while_coming),
        },
    )  # fmt: skip


def told_verdict(code: str, looks: int) -> str:
    """The verdict; where there was too little to look at, with how much there was."""
    if code != TOO_FEW:
        return verdict_words(code)
    return ngettext(
        "too few to say: %(looks)s look", "too few to say: %(looks)s looks", looks
    ) % {"looks": looks}  # fmt: skip


def title_of(code: str) -> str:
    """What a history is called."""
    return {PUBLIC: _("Public trial data"), STORY: _("A made-up program")}.get(code, code)


def _in_order(found: Measured) -> list[History]:
    return sorted(found.histories, key=lambda each: each.code != PUBLIC)


def _history(found: History) -> HistoryShown:
    return HistoryShown(
        title=title_of(found.code),
        about=tuple(_about(found)),
        any_words=_any_words(found),
        no_better=_no_better(found),
        table=_table(found),
    )


def _about(found: History) -> Iterator[str]:
    told = {
        "people": number_format(found.people, force_grouping=True),
        "looks": number_format(found.looks, force_grouping=True),
        "left": number_format(found.left, force_grouping=True),
        "days": found.horizon_days,
        "rate": percent(found.base_rate),
    }
    if found.code == PUBLIC:
        told_of = _(
            "%(people)s people of two trials of medicines for opioid use (NIDA CTN-0027 and "
            "CTN-0051), 24 weeks with one planned visit and one urine test each. They are not "
            "clients of an intensive outpatient program: one visit a week stands for three days "
            "of groups, so a week here is a long time."
        )
    else:
        told_of = _(
            "%(people)s made-up people of the demo's story. Its writer let people who will leave "
            "miss more days before, so signals about missed days must look good here. This "
            "shows that the rules count right, not that they help."
        )
    yield told_of % told
    yield (
        _(
            "%(looks)s weekly looks at people in care. After a look %(rate)s came no more within "
            "%(days)s days; %(left)s left. Whoever stops coming misses days, so it is no merit of "
            "missed days to be found before every leaving: read what was found while they came."
        )
        % told
    )


def _any_words(found: History) -> str:
    each = found.of(ANY)
    if each is None or each.precision is None or each.chance is None:
        return ""
    said = _(
        "When any signal was up, %(right)s came no more, against %(chance)s by chance in the same "
        "weeks of care: %(verdict)s."
    ) % {
        "right": percent(each.precision),
        "chance": percent(each.chance),
        "verdict": verdict_words(each.verdict),
    }
    if each.recall is not None and each.lead_days is not None:
        said += " " + _(
            "%(recall)s of those who left had a signal before, %(coming)s while they still came, "
            "half of them %(days)s days or more before they counted as lost."
        ) % {
            "recall": percent(each.recall),
            "coming": percent(each.recall_while_coming),
            "days": each.lead_days,
        }
    return said


def _no_better(found: History) -> str:
    """The rules that did no better than chance here, by name."""
    named = [
        str(words.SIGNALS[each.code])
        for each in found.signals
        if each.code != ANY and each.verdict in (NO_BETTER, RARER)
    ]
    if not named:
        return ""
    return _("No better than chance here: %(signals)s.") % {"signals": ", ".join(named)}


def _table(found: History) -> Table:
    return Table(
        _("Each signal in figures"),
        (
            Column(_("Signal")),
            Column(_("Right"), numeric=True),
            Column(_("By chance"), numeric=True),
            Column(_("Times chance"), numeric=True),
            Column(_("So it is")),
            Column(_("Of those who left"), numeric=True),
            Column(_("While they came"), numeric=True),
            Column(_("Days ahead"), numeric=True),
        ),
        tuple(_row(each) for each in found.signals),
    )


def _row(each: Found) -> Row:
    _words, tone = words.VERDICTS[each.verdict]
    lift = "–" if each.lift is None else two_places(each.lift)
    between = (
        _("%(low)s to %(high)s") % {"low": two_places(each.low), "high": two_places(each.high)}
        if each.low is not None and each.high is not None
        else ""
    )
    return Row(
        (
            Cell(str(words.SIGNALS[each.code]), sub=_("%(looks)s looks") % {"looks": each.looks}),
            Cell(percent(each.precision)),
            Cell(percent(each.chance)),
            Cell(lift, sub=between),
            Cell(
                told_verdict(each.verdict, each.looks), tone=tone,
                sub=_("while people still came: %(verdict)s")
                % {"verdict": told_verdict(each.verdict_while_coming, each.looks_while_coming)},
            ),
            Cell(percent(each.recall)),
            Cell(percent(each.recall_while_coming)),
            Cell("–" if each.lead_days is None else str(each.lead_days)),
        )
    )  # fmt: skip


def verdict_words(code: str) -> str:
    """What an interval allows to say, in words."""
    return str(words.VERDICTS[code][0])


def percent(share: float | None) -> str:
    """A share as a percentage; a dash where it could not be reckoned."""
    # Formatting alone would cut the digits off instead of rounding.
    return "–" if share is None else f"{number_format(round(100 * share), 0)}%"


def two_places(value: float) -> str:
    """A figure around one, rounded to two places."""
    return number_format(round(value, 2), 2)


def short_verdict(code: str) -> str:
    """What the public data said about a signal, for beside it; nothing where it says nothing."""
    found = measured()
    public = None if found is None else next(
        (each for each in found.histories if each.code == PUBLIC), None
    )  # fmt: skip
    each = public.of(code) if public else None
    if each is None:
        return _("not tried on real people: %(why)s") % {"why": words.UNTRIED[PUBLIC][code]}
    return _("on real trial data: %(verdict)s") % {
        "verdict": told_verdict(each.verdict, each.looks)
    }


@dataclass(frozen=True, slots=True)
class RuleShown:
    """One rule as a clinician reads it, with the numbers in force and its next step."""

    title: str
    says: str
    next_step: str
    measured: str


def rules_shown(numbers: Mapping[str, ProgramNumber]) -> tuple[RuleShown, ...]:
    """Every rule in order."""
    told = {code: f"{float(number.value):g}" for code, number in numbers.items()}
    return tuple(
        RuleShown(
            str(words.SIGNALS[code]),
            str(words.RULES[code]) % told,
            str(words.NEXT_STEPS[code]),
            short_verdict(code),
        )
        for code in SIGNALS
    )
