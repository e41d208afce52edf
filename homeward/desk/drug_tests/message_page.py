"""What the pages about laboratories' messages print."""

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Cell, Column, Fact, Row, Table
from homeward.desk.drug_tests.pages import clock_words
from homeward.drugtests import queries, words
from homeward.drugtests.models import LabMessage, LabOrder
from homeward.drugtests.reaching import messages_within
from homeward.drugtests.rules.analytes import DEFINITIVE, PRESUMPTIVE, result_of
from homeward.drugtests.rules.hl7.meaning import understand
from homeward.drugtests.rules.hl7.oru import Observation, Report, read_report
from homeward.drugtests.rules.hl7.reader import read_message
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, decision_from_json

LATELY = timedelta(days=14)
MOST_ORDERS = 30


@dataclass(frozen=True, slots=True)
class MessagesPage:
    """What waits for a person, and what came in the last two weeks."""

    waiting: Table
    lately: Table

    @classmethod
    def of(cls, actor: Actor) -> "MessagesPage":
        """Only codes and states; what a message says is on its own page."""
        waiting = queries.messages_to_resolve(actor)
        rows = messages_within(actor).filter(received_at__gte=clock.now() - LATELY)
        rows = rows.exclude(state=LabMessage.State.QUARANTINED).select_related("laboratory")
        return cls(
            _table(waiting, _("Wait for a person"), _("Nothing waits.")),
            _table(list(rows.order_by("-received_at")[:50]), _("Came lately"), _("Nothing came.")),
        )


def _table(rows: list[LabMessage], caption: str, empty: str) -> Table:
    return Table(
        caption=caption,
        columns=(
            Column(_("Came")), Column(_("From")), Column(_("Order")), Column(_("Now")),
            Column(_("Why")),
        ),
        rows=tuple(
            Row(
                (
                    Cell(clock_words(row.received_at), url=_url(row)),
                    Cell(row.laboratory.name if row.laboratory else _("not known")),
                    Cell(row.order_number),
                    Cell(str(words.MESSAGE_STATES[row.state])),
                    Cell(" ".join(words.message_code(code) for code in row.codes)),
                )
            )
            for row in rows
        ),
        empty=empty,
    )  # fmt: skip


def _url(row: LabMessage) -> str:
    if row.state != LabMessage.State.QUARANTINED:
        return ""
    return reverse("desk:drug_test_message", args=[row.pk])


@dataclass(frozen=True, slots=True)
class MessagePage:
    """One message that waits: whom it names, what it brings, why it waits, whose it may be."""

    message: LabMessage
    facts: tuple[Fact, ...]
    lines: Table
    codes: tuple[str, ...]
    decisions: tuple[Decision, ...]
    orders: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, actor: Actor, message: LabMessage) -> "MessagePage":
        """Everything a person needs to decide; only orders within their reach are offered."""
        report = read_report(read_message(message.raw.encode("latin-1")))
        return cls(
            message=message,
            facts=tuple(_facts(message, report)),
            lines=_lines(report, message),
            codes=tuple(words.message_code(code) for code in message.codes),
            decisions=tuple(decision_from_json(each) for each in message.decisions),
            orders=_orders(actor, message),
        )


def _facts(message: LabMessage, report: Report) -> list[Fact]:
    who = report.identity
    born = date_format(who.birth_date, "j F Y") if who.birth_date else _("not given")
    return [
        Fact(_("From"), message.laboratory.name if message.laboratory else ""),
        Fact(_("Came"), clock_words(message.received_at)),
        Fact(_("Name"), f"{who.given} {who.family}".strip() or _("not given")),
        Fact(_("Birth date"), born),
        Fact(_("Record number"), ", ".join(who.record_numbers) or _("not given")),
        Fact(_("Order"), ", ".join(each.number for each in report.orders)),
    ]


def _lines(report: Report, message: LabMessage) -> Table:
    return Table(
        caption=_("What it brings"),
        columns=(
            Column(_("Tested for")), Column(_("It says")), Column(_("Cutoff")), Column(_("Status")),
            Column(_("Read as")),
        ),
        rows=tuple(
            Row(
                (
                    Cell(capfirst(line.name or line.code)),
                    Cell(f"{line.value} {line.unit}".strip()),
                    Cell(line.cutoffs),
                    Cell(str(words.LINE_STATES.get(line.status, line.status))),
                    Cell(_read_as(line, message)),
                )
            )
            for ordered in report.orders
            for line in ordered.observations
        ),
    )  # fmt: skip


def _read_as(line: Observation, message: LabMessage) -> str:
    """The line in our words, "not confirmed" where it is presumptive; empty where nobody knows."""
    order, laboratory = message.lab_order, message.laboratory
    confirms = order is not None and order.kind == LabOrder.Kind.CONFIRMATION
    usual = DEFINITIVE if confirms else PRESUMPTIVE
    found = understand([line], laboratory.codes if laboratory else {}, usual)
    if not found.lines:
        return ""
    read = found.lines[0]
    said = result_of(read.reading, method=read.method, analyte=read.analyte, prescribed=())
    return f"{words.analyte(read.analyte)}: {str(words.RESULTS[said]).lower()}"


def _orders(actor: Actor, message: LabMessage) -> tuple[tuple[str, str], ...]:
    """Orders at that laboratory that wait and that this person reaches."""
    rows = LabOrder.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).filter(
        laboratory=message.laboratory, closed_at=None
    )
    return tuple(
        (
            str(row.pk),
            f"{row.number} · {row.client.short_name} · {clock_words(row.sent_at)}",
        )
        for row in rows.select_related("client").order_by("-sent_at")[:MOST_ORDERS]
    )
