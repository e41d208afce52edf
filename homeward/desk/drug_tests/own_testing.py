"""A person's tests in their record: what they are tested for, on which days, and every test."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Cell, Column, Row, Table
from homeward.desk.drug_tests.pages import OUTCOME_TONES, TONES, clock_words
from homeward.drugtests import queries, words
from homeward.drugtests.models import DrugTest


@dataclass(frozen=True, slots=True)
class OwnTesting:
    """The person's own panel with each need, and other days they agreed to."""

    lines: Table
    set_by: str
    days: str
    panel_url: str
    days_url: str

    @classmethod
    def of(cls, actor: Actor, episode: Any) -> "OwnTesting":
        """As it stands for this episode."""
        panel, days = queries.panel_of(actor, episode), queries.agreed_days_of(actor, episode)
        named = [str(WEEKDAYS[day]) for day in days.weekdays] if days else []
        at = {"args": [episode.client_id]}
        return cls(
            lines=_lines(panel.lines if panel else []),
            set_by=_("set by %(name)s") % {"name": panel.set_by.name} if panel else "",
            days=", ".join(named),
            panel_url=reverse("desk:drug_test_panel", **at),
            days_url=reverse("desk:drug_test_days", **at),
        )


def _lines(lines: list[dict[str, str]]) -> Table:
    return Table(
        caption=_("Own panel"),
        columns=(Column(_("Tested for")), Column(_("Need")), Column(_("Prescribed"))),
        rows=tuple(
            Row(
                (
                    Cell(words.analyte(line["analyte"])),
                    Cell(line["need"]),
                    Cell(line.get("prescription", "")),
                )
            )
            for line in lines
        ),
        empty=_("Not set yet: tests follow the substances this person named."),
    )


@dataclass(frozen=True, slots=True)
class NoticePaper:
    """The notice a client takes along; it names a first name and no result."""

    called: str
    until: str
    place: str
    commitment: str
    day: str

    @classmethod
    def of(cls, test: DrugTest) -> "NoticePaper":
        """For a test that still waits."""
        return cls(
            called=test.client.called,
            until=clock_words(test.due_at),
            place=test.site.name,
            commitment=test.draw.commitment if test.draw else "",
            day=date_format(test.draw.day, "l j F") if test.draw else "",
        )


def tests_table(tests: list[DrugTest]) -> Table:
    """All tests of an episode, the newest first."""
    return Table(
        caption=_("Tests"),
        columns=(Column(_("Day")), Column(_("Why")), Column(_("Now")), Column(_("Specimen"))),
        rows=tuple(
            Row(
                (
                    Cell(
                        date_format(timezone.localtime(test.ordered_at), "D j M Y"),
                        url=reverse("desk:drug_test", args=[test.pk]),
                    ),
                    Cell(_("with a reason") if test.is_for_cause else _("drawn")),
                    Cell(*_standing(test)),
                    Cell(str(words.SPECIMENS.get(test.specimen, ""))),
                )
            )
            for test in reversed(tests)
        ),
        empty=_("No tests yet."),
    )


def _standing(test: DrugTest) -> tuple[str, str, str, str]:
    if test.outcome != "pending":
        said = queries.reading_of(test)
        return str(words.OUTCOMES[said]), "", "", OUTCOME_TONES[said]
    return str(words.STATES[test.state]), "", "", TONES[test.state]
