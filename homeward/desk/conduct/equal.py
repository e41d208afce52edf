"""What the equal-treatment report prints: rates, what stands out, how it was counted."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.conduct import words
from homeward.conduct.equal_treatment import Report, report_of
from homeward.conduct.rules.equal_treatment import Cell as Rate
from homeward.conduct.rules.equal_treatment import Line
from homeward.core.actors import Actor
from homeward.core.components import Cell, Column, Row, Table
from homeward.program.models import Program

ATTRIBUTES = {
    "age": gettext_lazy("Age"),
    "sex": gettext_lazy("Sex"),
    "language": gettext_lazy("Language"),
    "substance": gettext_lazy("Main substance"),
}


@dataclass(frozen=True, slots=True)
class EqualPage:
    """Everything the page prints."""

    subline: str
    notable: tuple[str, ...]
    verdict: str
    tables: tuple[Table, ...]
    method: tuple[str, ...]
    queries: tuple[tuple[str, str], ...]
    nothing: bool

    @classmethod
    def of(cls, actor: Actor, first: date, last: date) -> "EqualPage":
        """The report of the first program at the actor's sites."""
        program = Program.objects.order_by("code").first()
        if program is None or last < first:
            return cls("", (), "", (), (), (), True)
        report = report_of(program, actor.site_ids, first, last)
        notable = tuple(
            _said(line, cell) for line in report.lines for cell in line.cells if cell.is_notable
        )
        return cls(
            subline=_("%(program)s, %(first)s to %(last)s: %(count)s people in care")
            % {
                "program": program.name, "first": date_format(first, "j M Y"),
                "last": date_format(last, "j M Y"), "count": report.clients,
            },
            notable=notable,
            verdict=_verdict(report, len(notable)),
            tables=tuple(_tables(report)),
            method=_method(report),
            queries=tuple((_query_title(name), text) for name, text in report.queries),
            nothing=not report.lines,
        )  # fmt: skip


def measure_words(measure: str) -> str:
    """An event kind or a rung in words."""
    what, _sep, code = measure.partition(":")
    return words.words(words.EVENTS if what == "event" else words.RUNGS, code)


def group_words(attribute: str, group: str) -> str:
    """A group of clients in words."""
    known = {
        "18_24": _("18 to 24"), "25_34": _("25 to 34"), "35_44": _("35 to 44"),
        "45_54": _("45 to 54"), "55_over": _("55 and over"), "not_recorded": _("not recorded"),
        "en": _("English"), "es": _("Spanish"),
    }  # fmt: skip
    return known.get(group, group.replace("_", " ").capitalize())


def _tables(report: Report) -> list[Table]:
    made = []
    for attribute, title in ATTRIBUTES.items():
        lines = [line for line in report.lines if line.attribute == attribute]
        if not lines:
            continue
        groups = [cell.group for cell in lines[0].cells]
        columns = (Column(_("Event or step")), *(
            Column(group_words(attribute, group), numeric=True) for group in groups
        ))  # fmt: skip
        rows = tuple(
            Row((Cell(measure_words(line.measure)), *(Cell(_rate(cell)) for cell in line.cells)))
            for line in lines
        )
        made.append(Table(_("By %(what)s") % {"what": str(title).lower()}, columns, rows))
    return made


def _rate(cell: Rate) -> str:
    if cell.is_hidden:
        return _("hidden")
    if cell.rate is None or cell.having is None:
        return _("nobody")
    said = f"{cell.rate:.0%} ({cell.having}/{cell.of})"
    if cell.p_corrected is None:
        return said
    return f"{said} · p {cell.p_corrected:.2f}" + (" *" if cell.is_notable else "")


def _said(line: Line, cell: Rate) -> str:
    return _("%(measure)s: %(group)s, %(rate)s of the group, corrected p %(p)s") % {
        "measure": measure_words(line.measure),
        "group": group_words(line.attribute, cell.group),
        "rate": f"{cell.rate:.0%}" if cell.rate is not None else "",
        "p": f"{cell.p_corrected:.3f}",
    }


def _verdict(report: Report, notable: int) -> str:
    if not report.lines:
        return _("Nothing was recorded in these days, so nothing can be said.")
    if not report.tests:
        return _("Every group is too small to test. That is not evidence of equal treatment.")
    if not notable:
        return _(
            "No difference is larger than chance would often make it. With %(clients)s people only "
            "large differences would show, so this is no proof that there are none."
        ) % {"clients": report.clients}
    return _(
        "Some groups are answered more or less often than chance explains. The figures do not say "
        "why: look at these cases one by one, together, before anybody draws a conclusion."
    )


def _method(report: Report) -> tuple[str, ...]:
    return (
        _("Counted: people with at least one such event or step, of all who were in care on at "
          "least one of the days. A step an appeal set aside is not counted."),
        _("Hidden: groups or counts above zero and below %(least)s, and one more cell where the "
          "first could be worked out by subtraction.") % {"least": report.least},
        _("Tested: each group against everybody else by Fisher's exact test, two-sided, %(tests)s "
          "tests, corrected together after Holm. A star marks a corrected p below 0.05.")
        % {"tests": report.tests},
        _("Not shown: what the record does not hold (race, ethnicity, income), how serious each "
          "event was, and what was never written down."),
    )  # fmt: skip


def _query_title(name: str) -> str:
    return {
        "in_care": _("Who was in care, with their groups"),
        "events": _("Who had which kind of event"),
        "steps": _("Who had which step"),
    }[name]
