"""Promises that stand although a new plan would not make them: said apart from what is broken.

A week of recurring groups may rest on shapes that the rules of planning would not give, as a group
of one, or a series that meets less often than one of its members needs. Nobody broke anything:
what people were told stays.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.rule_words import concerned

KEPT = {
    "C-AVAIL": gettext_lazy("Told an hour at which they said since that they cannot come"),
    "C-AUTHMAX": gettext_lazy("More hours than are authorized"),
    "C-EXCESS": gettext_lazy("More of one kind of session than is needed"),
    "C-GAP": gettext_lazy("A wait between two sessions of a day"),
    "C-SAMEDAY": gettext_lazy("The same kind of session twice on one day"),
    "G-COUNT": gettext_lazy("In a group that meets more or less often than they need"),
    "G-MATCH": gettext_lazy("In a group of another phase, language or kind"),
    "G-PATTERN": gettext_lazy(
        "Groups that do not meet on one of the allowed sets of days, always at one time"
    ),
    "G-SIZE": gettext_lazy("Groups smaller or larger than a new one may be"),
    "S-DOCUMENT": gettext_lazy("No time to write the note after a group"),
    "S-LEDDAY": gettext_lazy("More groups led on a day than a new plan gives"),
    "S-MAXDAY": gettext_lazy("More hours with clients on a day than a new plan gives"),
    "S-MAXWEEK": gettext_lazy("More hours with clients in a week than a new plan gives"),
}
NAMED = 12


@dataclass(frozen=True, slots=True)
class KeptLine:
    """One kind of promise that stays, how often, and whom it concerns."""

    words: str
    count: str
    who: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The card: what stays, and why nobody is to blame for it."""

    title: str
    words: str
    lines: tuple[KeptLine, ...]


def kept_of(ground: Ground, violations: Iterable[Any], *, is_promised: bool) -> Kept | None:
    """None where nothing is kept; a week nobody was told yet stands as its groups recur."""
    lines = kept_lines(ground, violations)
    if not lines:
        return None
    if is_promised:
        return Kept(
            _("Kept as people were told"),
            _(
                "Nobody broke anything: people were promised this, so it stays, though a new plan "
                "would not do it. It keeps nothing from being published."
            ),
            lines,
        )
    return Kept(
        _("Kept as the groups recur"),
        _(
            "The recurring groups make it so, and it stays, though a new plan would not do it. It "
            "keeps nothing from being published."
        ),
        lines,
    )


def kept_lines(ground: Ground, violations: Iterable[Any]) -> tuple[KeptLine, ...]:
    """The most frequent first; what is over and of no such kind is not said."""
    by_code: dict[str, list[Any]] = defaultdict(list)
    for each in violations:
        if each.code in KEPT:
            by_code[each.code].append(each)
    ranked = sorted(by_code.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(
        KeptLine(
            str(KEPT[code]),
            ngettext("%d time", "%d times", len(found)) % len(found),
            _named(sorted({concerned(ground, each) for each in found})),
        )
        for code, found in ranked
    )


def _named(names: list[str]) -> str:
    said = ", ".join(names[:NAMED])
    rest = len(names) - NAMED
    if rest <= 0:
        return said
    return _("%(names)s and %(count)s more") % {"names": said, "count": rest}
