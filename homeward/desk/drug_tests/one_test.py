"""What the page of one test prints: its chain, its results, and what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Cell, Column, Fact, Moment, Row, Table
from homeward.desk.clients.reach import initials_for, short_name_for
from homeward.desk.drug_tests.pages import OUTCOME_TONES, TONES, clock_words
from homeward.drugtests import queries, words
from homeward.drugtests.findings import amount
from homeward.drugtests.models import AnalyteResult, DrugTest
from homeward.drugtests.reading_here import not_read_here, why_not
from homeward.drugtests.rules.alcohol_marker import MARKER, MarkerNumbers, band_of
from homeward.drugtests.rules.analytes import (
    POSITIVES,
    Earlier,
    WindowNumbers,
    class_of,
    may_be_residual,
    speaks_of,
)
from homeward.kernel.reasons import Decision, decision_from_json
from homeward.kernel.records import RecordClass
from homeward.program.queries import numbers_for

State = DrugTest.State
RESULT_TONES = {
    "negative": "done", "presumptive_positive": "attention", "positive": "urgent",
    "positive_expected": "done", "negative_unexpected": "attention", "invalid": "neutral",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OneTest:
    """One test: its chain, its results as far as the reader may see them, and what comes next."""

    test: DrugTest
    title: str
    initials: str
    client_url: str
    state: str
    tone: str
    facts: tuple[Fact, ...]
    chain: tuple[Moment, ...]
    results: Table | None
    residual: tuple[str, ...]
    validity: Decision | None
    specimen: str
    specimen_words: str
    discussion: str
    corrected: Table | None
    caution: tuple[str, ...]
    orders: tuple[Fact, ...]
    skip: str
    waits_for: str
    reads: bool
    may_second: bool
    may_ask_skip: bool
    may_agree_skip: bool
    may_receive: bool
    may_dispute: bool
    may_confirm: bool
    may_tell: bool
    may_collect: bool
    may_read_in: bool
    not_here: tuple[str, ...]
    may_send: bool
    may_review: bool
    may_discuss: bool
    may_end: bool

    @classmethod
    def of(cls, actor: Actor, test: DrugTest) -> "OneTest":
        """Everything in words; technicians see the chain without the results."""
        reads = queries.reads_results(actor)
        writes = may(actor.roles, RecordClass.DRUG_TESTS, Access.WRITE)
        found = queries.results_of(actor, test)
        orders = queries.lab_orders_of(actor, test) if writes or reads else []
        waits = test.state in queries.WAITING
        unseconded = waits and test.is_for_cause and test.seconded_at is None
        has_outcome = reads and test.outcome != "pending"
        said = queries.reading_of(test)
        refused = not_read_here([test], clock.now()).get(test.pk) if writes else None
        not_here = why_not(refused) if refused else ()
        return cls(
            test=test,
            title=short_name_for(actor, test.client),
            initials=initials_for(actor, test.client),
            client_url=reverse("desk:chart", args=[test.client_id]) if reads else "",
            state=str(words.OUTCOMES[said] if has_outcome else words.STATES[test.state]),
            tone=OUTCOME_TONES[said] if has_outcome else TONES[test.state],
            facts=tuple(_facts(test, reads)),
            chain=tuple(_chain(test, reads, orders)),
            results=_results_table(found, _("Results")) if found else None,
            residual=tuple(_residual(actor, test, found)) if found else (),
            validity=decision_from_json(test.validity_decision)
            if reads and test.validity_decision
            else None,
            specimen=str(words.SPECIMENS.get(test.specimen, "")) if reads else "",
            specimen_words=_specimen_words(test) if reads else "",
            discussion=test.discussion if reads else "",
            corrected=_former(queries.corrected_results(actor, test)),
            caution=tuple(_caution(test, found)),
            orders=tuple(_orders(orders)),
            skip=_skip_words(test),
            waits_for=test.seconded_by.name if unseconded and test.seconded_by else "",
            reads=reads,
            may_second=writes and unseconded and test.seconded_by_id == actor.worker_id,
            may_ask_skip=writes and reads and waits and test.skip_asked_at is None,
            may_agree_skip=writes and waits and _asked_by_another(test, actor),
            may_receive=writes and test.state == State.SENT,
            may_dispute=reads
            and writes
            and test.state in queries.TO_TALK
            and queries.noteworthy(test)
            and test.disputed_at is None,
            may_confirm=reads
            and writes
            and test.resulted_at is not None
            and bool(queries.unconfirmed(test)),
            may_tell=writes and test.state == State.ORDERED,
            may_collect=writes and waits and not unseconded,
            may_read_in=writes
            and not not_here
            and (test.state in queries.IN_HAND or (reads and test.resulted_at is not None)),
            not_here=not_here,
            may_send=writes and test.state == State.COLLECTED,
            may_review=reads and writes and test.state == State.RESULTED,
            may_discuss=reads and writes and test.state in queries.TO_TALK,
            may_end=writes and waits,
        )


def _asked_by_another(test: DrugTest, actor: Actor) -> bool:
    return test.skip_asked_at is not None and test.skip_asked_by_id != actor.worker_id


def _skip_words(test: DrugTest) -> str:
    if test.skip_asked_at is None or test.skip_asked_by is None:
        return ""
    return _("%(name)s asked on %(when)s (%(what)s): %(reason)s") % {
        "what": words.STATES[test.skip_as or State.CANCELLED].lower(),
        "name": test.skip_asked_by.name,
        "when": clock_words(test.skip_asked_at),
        "reason": test.skip_reason,
    }


def _orders(rows: Iterable[Any]) -> Iterable[Fact]:
    for row in rows:
        state = _("waits") if row.closed_at is None else _("answered")
        yield Fact(
            _("Laboratory order"),
            f"{row.number} · {row.laboratory.name} · {words.ORDER_KINDS[row.kind]} · {state}",
        )


def _former(rows: list[AnalyteResult]) -> Table | None:
    """What a laboratory has corrected since."""
    return _results_table(rows, _("Former results, corrected by the laboratory")) if rows else None


def _caution(test: DrugTest, found: list[AnalyteResult]) -> Iterable[str]:
    """What the alcohol marker may and may not say."""
    for row in found:
        if class_of(row.analyte) == MARKER and row.result in POSITIVES:
            numbers = numbers_for(test.episode.program_id, timezone.localdate(row.at))
            band = band_of(row.level, MarkerNumbers.of(numbers))
            yield _(
                "%(band)s It can be found for up to %(days)s days, and is never the only ground "
                "for a decision that changes a life."
            ) % {"band": words.MARKER_BANDS[band], "days": int(numbers["detection_days_etg"])}


def _specimen_words(test: DrugTest) -> str:
    state = str(words.SPECIMENS.get(test.specimen, ""))
    return _("specimen: %(state)s") % {"state": state.lower()} if state else ""


def _facts(test: DrugTest, reads: bool) -> Iterable[Fact]:
    if test.is_for_cause:
        yield Fact(_("Ordered"), _("with a reason, apart from the draws"))
        yield Fact(_("Seconded by"), test.seconded_by.name if test.seconded_by else "")
        if reads:
            yield Fact(_("What was seen"), test.cause)
        if test.seconded_at is None:
            yield Fact(_("Second person"), _("has not agreed yet"))
    elif test.draw is not None:
        day = date_format(test.draw.day, "D j M")
        yield Fact(_("Drawn"), _("by the random draw of %(day)s") % {"day": day})
    yield Fact(_("Panel"), ", ".join(words.analyte(code) for code in test.panel))
    if test.panel_need:
        yield Fact(_("Need"), str(words.NEEDS.get(test.panel_need, test.panel_need)))
    if test.collected_at is not None:
        yield Fact(_("Collection"), str(words.COLLECTIONS.get(test.observed, "")))
        if test.temperature_f is not None:
            yield Fact(
                _("Temperature"),
                _("%(degrees)s °F, read after %(minutes)s min")
                % {"degrees": test.temperature_f, "minutes": test.temperature_minutes}
                if test.temperature_minutes is not None
                else f"{test.temperature_f} °F",
            )
        sealed = _("sealed, initialed %(who)s") % {"who": test.client_initials}
        split = f" · {_('split')}" if test.is_split else ""
        number = f" · {test.seal_number}" if test.seal_number else ""
        yield Fact(_("Seal"), f"{sealed}{number}{split}")
        if test.kit is not None and test.read_on_site_at is not None:
            yield Fact(_("Read with"), f"{test.kit.name} · {test.kit.lot}")
        if test.collection_note:
            yield Fact(_("Note"), test.collection_note)
        if test.observed_reason:
            wanted = words.OBSERVERS.get(test.observer_wanted, "")
            yield Fact(_("Why observed"), test.observed_reason)
            yield Fact(_("Observer the client chose"), str(wanted))


def _chain(test: DrugTest, reads: bool, orders: list[Any]) -> Iterable[Moment]:
    """What has happened so far, in order."""

    def moment(
        at: datetime | None, what: str, by: Any = None, detail: str = ""
    ) -> Iterable[Moment]:
        if at is not None:
            who = by.name if by is not None else ""
            yield Moment(clock_words(at), what, who, detail, machine_time=at.isoformat())

    yield from moment(
        test.ordered_at, _("Ordered") if test.is_for_cause else _("Drawn"), test.ordered_by
    )
    window = _("window until %(when)s") % {"when": clock_words(test.due_at)}
    yield from moment(test.notified_at, _("Told"), detail=window)
    yield from moment(test.collected_at, _("Collected"), test.collected_by)
    yield from moment(test.read_on_site_at, _("Read on site"), test.read_on_site_by)
    for order in orders:
        yield from moment(order.sent_at, _("Sent to the laboratory"), detail=order.number)
        yield from moment(order.received_at, _("At the laboratory"))
    if test.read_on_site_at != test.resulted_at:
        yield from moment(test.resulted_at, _("Result in"))
    yield from moment(test.disputed_at if reads else None, _("Disputed"))
    yield from moment(test.reviewed_at, _("Reviewed"), test.reviewed_by)
    account = str(words.ACCOUNTS.get(test.client_account, "")) if reads else ""
    yield from moment(test.discussed_at, _("Discussed"), test.discussed_by, account)
    yield from moment(
        test.ended_at, str(words.STATES[test.state]), test.ended_by, test.ended_reason
    )


def _results_table(found: list[AnalyteResult], caption: str) -> Table:
    return Table(
        caption=caption,
        columns=(
            Column(_("Tested for")), Column(_("Result")), Column(_("Read how")),
            Column(_("Level"), numeric=True), Column(_("Cutoff"), numeric=True),
        ),
        rows=tuple(
            Row(
                (
                    Cell(words.analyte(row.analyte)),
                    Cell(
                        str(words.RESULTS[row.result]),
                        tone=RESULT_TONES.get(row.result, "neutral"),
                    ),
                    Cell(str(words.METHODS.get(row.method, row.method))),
                    Cell(amount(row.level, row.unit)),
                    Cell(amount(row.cutoff, row.unit)),
                )
            )
            for row in found
        ),
    )  # fmt: skip


def _residual(actor: Actor, test: DrugTest, found: list[AnalyteResult]) -> Iterable[str]:
    positives = {"positive", "presumptive_positive"}
    if test.collected_at is None or not any(row.result in positives for row in found):
        return
    before = queries.earlier_positives(actor, test)
    day = timezone.localdate(test.collected_at)
    windows = WindowNumbers.of(numbers_for(test.episode.program_id, day))
    for row in found:
        earlier = [
            Earlier(
                on=timezone.localdate(item.test.collected_at),
                level=item.level,
                creatinine=queries.creatinine_of(item.test),
            )
            for item in before
            if speaks_of(item.analyte, row.analyte)
        ]
        if row.result in positives and (
            found_before := may_be_residual(
                row.analyte, day, row.level, earlier, queries.creatinine_of(test), numbers=windows
            )
        ):
            yield _(
                "%(analyte)s was also found on %(day)s. It can still be seen from that time, so "
                "this may not be new use: the window is %(window)s days (%(source)s). Compare the "
                "levels."
            ) % {
                "analyte": words.analyte(row.analyte),
                "day": date_format(found_before.on, "j F"),
                **_window_words(windows, row.analyte),
            }


def _window_words(windows: WindowNumbers, analyte: str) -> dict[str, Any]:
    number = windows.window_of(analyte)
    assert number is not None
    return {"window": int(number), "source": number.source.title}
