"""The page of numbers and deadlines: by area, in words, with what waits to be adopted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.core.actors import Actor
from homeward.core.components import Tab
from homeward.desk.setup.amounts import in_words
from homeward.desk.setup.forms import DEADLINE, NUMBER, AdoptForm, AdoptTogetherForm, mark_of
from homeward.desk.setup.number_words import AREAS, CLOCKS, DOCUMENTS, TAGS
from homeward.desk.setup.pages import setup_tabs
from homeward.kernel.roles import Duty
from homeward.program.models import Deadline, Program, RuleNumber
from homeward.program.queries import deadlines_in_force, numbers_in_force

SHOWN = (
    ("", gettext_lazy("All")),
    ("waiting", gettext_lazy("Not adopted")),
    ("adopted", gettext_lazy("Adopted")),
)
OTHERS, DEADLINES, ALL = "others", "deadlines", "all"


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One number or deadline, and how to adopt it: alone, or by its mark with others."""

    area: str
    words: str
    code: str
    value: str
    source: str
    is_adopted: bool
    mark: str
    adopt_url: str
    form: AdoptForm | None


@dataclass(frozen=True, slots=True)
class Area:
    """The numbers of one part of the work."""

    code: str
    title: str
    standing: str
    rows: tuple[NumberRow, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """All numbers and deadlines in force on a day."""

    tabs: tuple[Tab, ...]
    filters: tuple[Tab, ...]
    waiting: int
    may_adopt: bool
    areas: tuple[Area, ...]
    index: tuple[Tab, ...]
    form: AdoptTogetherForm

    @classmethod
    def of(cls, actor: Actor, on: date, asked: Mapping[str, str], typed: Any = None) -> "Numbers":
        """One area at a time, or all; numbers not adopted warn and never block care."""
        may_adopt = Duty.ADOPT_NUMBERS in actor.duties
        every = [row for program in Program.objects.order_by("name") for row in _rows(program, on)]
        rows = [_shown(row, may_adopt) for row in every]
        waiting = sum(not row.is_adopted for row in rows)
        show = asked.get("show", "") if asked.get("show") in dict(SHOWN) else ""
        here = reverse("desk:setup_numbers")
        counts = {"": len(rows), "waiting": waiting, "adopted": len(rows) - waiting}
        every_area = tuple(_areas(row for row in rows if _is_wanted(row, show)))
        codes = [area.code for area in every_area]
        chosen = asked.get("area", "")
        if chosen != ALL and chosen not in codes:
            chosen = codes[0] if codes else ALL
        areas = tuple(area for area in every_area if chosen in (ALL, area.code))
        return cls(
            tabs=setup_tabs("desk:setup_numbers"),
            filters=tuple(
                Tab(str(words), f"{here}{_asking(code, chosen)}", code == show, counts[code])
                for code, words in SHOWN
            ),
            waiting=waiting,
            may_adopt=may_adopt and any(row.mark for area in areas for row in area.rows),
            areas=areas,
            index=(
                *(
                    Tab(
                        area.title,
                        f"{here}{_asking(show, area.code)}",
                        area.code == chosen,
                        len(area.rows),
                    )
                    for area in every_area
                ),
                Tab(_("All on one page"), f"{here}{_asking(show, ALL)}", chosen == ALL),
            ),
            form=AdoptTogetherForm(typed, marks=[row.mark for row in rows if row.mark]),
        )


def _asking(show: str, area: str) -> str:
    return "?" + urlencode({"show": show, "area": area} if show else {"area": area})


def _rows(program: Program, on: date) -> list[RuleNumber | Deadline]:
    return [*numbers_in_force(program, on), *deadlines_in_force(program, on)]


def _is_wanted(row: NumberRow, show: str) -> bool:
    return not show or row.is_adopted == (show == "adopted")


def _areas(rows: Iterable[NumberRow]) -> Iterator[Area]:
    """In the order of the work; within an area in the order the words stand."""
    held: dict[str, list[NumberRow]] = {}
    for row in rows:
        held.setdefault(row.area, []).append(row)
    titles = {code: str(title) for code, (title, _words) in AREAS.items()}
    titles |= {OTHERS: _("Other numbers"), DEADLINES: _("When documents are due")}
    for code, title in titles.items():
        if found := held.get(code):
            order = list(AREAS[code][1]) if code in AREAS else []
            found.sort(key=lambda row: order.index(row.code) if row.code in order else -1)
            open_rows = sum(not row.is_adopted for row in found)
            standing = (
                ngettext("%(n)s not adopted", "%(n)s not adopted", open_rows) % {"n": open_rows}
                if open_rows
                else _("all adopted")
            )
            yield Area(code, title, standing, tuple(found))


def _shown(row: RuleNumber | Deadline, may_adopt: bool) -> NumberRow:
    is_open = may_adopt and row.adopted_at is None
    if isinstance(row, RuleNumber):
        kind, route = NUMBER, "desk:setup_number_adoption"
        code = row.code
        area, words = _number_words(code)
        value = in_words(row.value, row.unit)
    else:
        kind, route = DEADLINE, "desk:setup_deadline_adoption"
        code = f"{row.document} · {row.applies_to}"
        area, words, value = DEADLINES, _document_words(row), _limit(row)
    source = (str(TAGS.get(row.tag, row.tag)), row.source_title, row.citation)
    return NumberRow(
        area=area,
        words=words,
        code=code,
        value=value,
        source=" · ".join(filter(None, source)),
        is_adopted=row.adopted_at is not None,
        mark=mark_of(kind, row) if is_open else "",
        adopt_url=reverse(route, args=[row.pk]) if is_open else "",
        form=AdoptForm(version=row.version) if is_open else None,
    )


def _number_words(code: str) -> tuple[str, str]:
    for area, (_title, words) in AREAS.items():
        if code in words:
            return area, str(words[code])
    return OTHERS, code.replace("_", " ").capitalize()


def _document_words(row: Deadline) -> str:
    words = str(DOCUMENTS.get(row.document) or row.document.replace("_", " ").capitalize())
    kind, _colon, which = row.applies_to.partition(":")
    if kind == "level":
        return _("%(document)s, level %(level)s") % {"document": words, "level": which}
    if kind == "payer":
        return _("%(document)s, payer %(payer)s") % {
            "document": words, "payer": which.replace("_", " "),
        }  # fmt: skip
    return words


def _limit(row: Deadline) -> str:
    clock = str(CLOCKS.get(row.clock_start) or row.clock_start.replace("_", " "))
    if not row.limit:
        return _("by %(clock)s") % {"clock": clock}
    unit = "business_days" if (row.unit, row.calendar) == ("days", "business") else row.unit
    return _("%(amount)s after %(clock)s") % {
        "amount": in_words(Decimal(row.limit), unit), "clock": clock,
    }  # fmt: skip
