"""What the drug testing pages print."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Cell, Column, Fact, Moment, Row, Table
from homeward.desk.clients.reach import initials_for, short_name_for
from homeward.drugtests import queries, words
from homeward.drugtests.models import AnalyteResult, Draw, DrugTest
from homeward.drugtests.rules.analytes import Earlier, may_be_residual
from homeward.kernel.reasons import Decision, decision_from_json
from homeward.kernel.records import RecordClass

State = DrugTest.State
TONES = {
    "ordered": "attention", "notified": "attention", "collected": "info", "sent": "info",
    "resulted": "info", "reviewed": "info", "discussed": "done", "missed": "attention",
    "refused": "attention", "unable": "neutral", "cancelled": "neutral",
}  # fmt: skip
RESULT_TONES = {
    "negative": "done", "presumptive_positive": "attention", "positive": "urgent",
    "positive_expected": "done", "negative_unexpected": "attention", "invalid": "neutral",
}  # fmt: skip
OUTCOME_TONES = {
    "negative": "done", "presumptive": "attention", "positive": "urgent",
    "unexpected": "attention", "invalid": "neutral",
}  # fmt: skip


def clock_words(moment: datetime | None) -> str:
    """Today's times as 09:30, others with their day."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    if local.date() == clock.today():
        return date_format(local, "H:i")
    return date_format(local, "D j M H:i")


@dataclass(frozen=True, slots=True)
class TestRow:
    """One test in the list of today."""

    initials: str
    name: str
    url: str
    sub: str
    state: str
    tone: str
    act: Act | None

    __test__ = False


@dataclass(frozen=True, slots=True)
class DrawRow:
    """One day's draw as anyone may know it."""

    day: str
    pool: str
    words: str
    commitment: str
    url: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class TestsToday:
    """Who tests, by what is to be done, and the draws."""

    subline: str
    waiting: tuple[TestRow, ...]
    in_hand: tuple[TestRow, ...]
    to_talk: tuple[TestRow, ...]
    settled: tuple[TestRow, ...]
    today: tuple[DrawRow, ...]
    earlier: tuple[DrawRow, ...]

    __test__ = False

    @classmethod
    def of(cls, actor: Actor, now: datetime) -> "TestsToday":
        """What the actor may know: names and states, results only for clinicians."""
        reads = queries.reads_results(actor)
        to = Access.READ if reads else Access.MINIMAL
        tests = queries.drug_tests_today(actor, now, to)
        talk = queries.results_to_discuss(actor) if reads else []
        talking = {test.pk for test in talk}
        rest = [test for test in tests if test.pk not in talking]
        may_act = may(actor.roles, RecordClass.DRUG_TESTS, Access.WRITE)

        def rows(found: Iterable[DrugTest]) -> tuple[TestRow, ...]:
            return tuple(_row(actor, test, now, reads, may_act) for test in found)

        waiting = [test for test in rest if test.state in queries.WAITING]
        day = clock.today()
        draws = queries.draws_of(actor, day - timedelta(days=14), day + timedelta(days=1))
        return cls(
            subline=_subline(waiting),
            waiting=rows(waiting),
            in_hand=rows(test for test in rest if test.state in queries.IN_HAND),
            to_talk=rows(talk),
            settled=rows(
                test for test in rest if test.state not in (*queries.WAITING, *queries.IN_HAND)
            ),
            today=tuple(_draw_row(draw) for draw in reversed(draws) if draw.day >= day),
            earlier=tuple(_draw_row(draw) for draw in draws if draw.day < day),
        )


def _subline(waiting: list[DrugTest]) -> str:
    day = date_format(clock.today(), "l j F")
    number = ngettext(
        "%(count)s person still to test", "%(count)s people still to test", len(waiting)
    ) % {"count": len(waiting)}
    return f"{day} · {number}"


def _row(actor: Actor, test: DrugTest, now: datetime, reads: bool, may_act: bool) -> TestRow:
    if reads and test.outcome != "pending":
        state, tone = str(words.OUTCOMES[test.outcome]), OUTCOME_TONES[test.outcome]
    else:
        state, tone = str(words.STATES[test.state]), TONES[test.state]
    sub = ""
    if test.state in queries.WAITING:
        late = test.due_at <= now
        text = _("window closed %(when)s") if late else _("before %(when)s")
        sub = text % {"when": clock_words(test.due_at)}
    elif reads:
        sub = _("collected %(when)s") % {"when": clock_words(test.collected_at)}
        if test.collected_at is None:
            sub = test.ended_reason
    return TestRow(
        initials=initials_for(actor, test.client),
        name=short_name_for(actor, test.client),
        url=reverse("desk:drug_test", args=[test.pk]) if may_act or reads else "",
        sub=sub,
        state=state,
        tone=tone,
        act=_next_act(test, now, reads) if may_act else None,
    )


def _next_act(test: DrugTest, now: datetime, reads: bool) -> Act | None:
    """The one next right thing in that state, as a link to where it is done."""
    name = test.client.short_name
    at = {"args": [test.pk]}
    if test.state in queries.WAITING and test.due_at <= now:
        return Act(_("Say what happened"), reverse("desk:drug_test_end", **at), about=name)
    if test.state in queries.WAITING:
        url = reverse("desk:drug_test_collection", **at)
        return Act(_("Collect"), url, "primary", about=name)
    if test.state in queries.IN_HAND:
        return Act(_("Enter results"), reverse("desk:drug_test_results", **at), about=name)
    if reads and test.state in queries.TO_TALK and test.outcome in queries.NOTEWORTHY:
        return Act(_("Discuss"), reverse("desk:drug_test_discussion", **at), about=name)
    return None


def _draw_row(draw: Draw) -> DrawRow:
    if draw.drawn_at is None:
        state = _("promised, not drawn yet") if draw.day >= clock.today() else _("not drawn")
    else:
        state = _("%(drawn)s of %(listed)s drawn at %(when)s") % {
            "drawn": len(draw.drawn),
            "listed": len(draw.roster),
            "when": date_format(timezone.localtime(draw.drawn_at), "H:i"),
        }
    return DrawRow(
        day=date_format(draw.day, "D j M"),
        pool=draw.pool.site.name,
        words=state,
        commitment=draw.commitment,
        url=reverse("desk:drug_test_draw", args=[draw.pk]),
        is_open=draw.revealed_at is not None,
    )


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
    reads: bool
    may_tell: bool
    may_collect: bool
    may_read_in: bool
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
        has_outcome = reads and test.outcome != "pending"
        return cls(
            test=test,
            title=short_name_for(actor, test.client),
            initials=initials_for(actor, test.client),
            client_url=reverse("desk:chart", args=[test.client_id]) if reads else "",
            state=str(words.OUTCOMES[test.outcome] if has_outcome else words.STATES[test.state]),
            tone=OUTCOME_TONES[test.outcome] if has_outcome else TONES[test.state],
            facts=tuple(_facts(test, reads)),
            chain=tuple(_chain(test, reads)),
            results=_results_table(found) if found else None,
            residual=tuple(_residual(actor, test, found)) if found else (),
            validity=decision_from_json(test.validity_decision)
            if reads and test.validity_decision
            else None,
            specimen=str(words.SPECIMENS.get(test.specimen, "")) if reads else "",
            specimen_words=_specimen_words(test) if reads else "",
            discussion=test.discussion if reads else "",
            reads=reads,
            may_tell=writes and test.state == State.ORDERED,
            may_collect=writes and test.state in queries.WAITING,
            may_read_in=writes
            and (test.state in queries.IN_HAND or (reads and test.resulted_at is not None)),
            may_send=writes and test.state == State.COLLECTED,
            may_review=reads and writes and test.state == State.RESULTED,
            may_discuss=reads and writes and test.state in queries.TO_TALK,
            may_end=writes and test.state in queries.WAITING,
        )


def _specimen_words(test: DrugTest) -> str:
    state = str(words.SPECIMENS.get(test.specimen, ""))
    return _("specimen: %(state)s") % {"state": state.lower()} if state else ""


def _facts(test: DrugTest, reads: bool) -> Iterable[Fact]:
    if test.is_for_cause:
        yield Fact(_("Ordered"), _("with a reason, apart from the draws"))
        yield Fact(_("Seconded by"), test.seconded_by.name if test.seconded_by else "")
        if reads:
            yield Fact(_("What was seen"), test.cause)
    elif test.draw is not None:
        day = date_format(test.draw.day, "D j M")
        yield Fact(_("Drawn"), _("by the random draw of %(day)s") % {"day": day})
    yield Fact(_("Panel"), ", ".join(words.analyte(code) for code in test.panel))
    if test.collected_at is not None:
        yield Fact(_("Collection"), str(words.COLLECTIONS.get(test.observed, "")))
        if test.temperature_f is not None:
            yield Fact(
                _("Temperature"),
                _("%(degrees)s °F, read after %(minutes)s min")
                % {"degrees": test.temperature_f, "minutes": test.temperature_minutes or 0},
            )
        yield Fact(_("Seal"), _("sealed, initialed %(who)s") % {"who": test.client_initials})
        if test.collection_note:
            yield Fact(_("Note"), test.collection_note)
        if test.observed_reason:
            yield Fact(_("Why observed"), test.observed_reason)


def _chain(test: DrugTest, reads: bool) -> Iterable[Moment]:
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
    yield from moment(test.resulted_at, _("Result in"))
    yield from moment(test.reviewed_at, _("Reviewed"), test.reviewed_by)
    account = str(words.ACCOUNTS.get(test.client_account, "")) if reads else ""
    yield from moment(test.discussed_at, _("Discussed"), test.discussed_by, account)
    yield from moment(
        test.ended_at, str(words.STATES[test.state]), test.ended_by, test.ended_reason
    )


def _results_table(found: list[AnalyteResult]) -> Table:
    return Table(
        caption=_("Results"),
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
                    Cell(_amount(row.level, row.unit)),
                    Cell(_amount(row.cutoff, row.unit)),
                )
            )
            for row in found
        ),
    )  # fmt: skip


def _amount(value: Any, unit: str) -> str:
    return f"{value.normalize():f} {unit}" if value is not None else ""


def _residual(actor: Actor, test: DrugTest, found: list[AnalyteResult]) -> Iterable[str]:
    positives = {"positive", "presumptive_positive"}
    if test.collected_at is None or not any(row.result in positives for row in found):
        return
    before = queries.earlier_positives(actor, test)
    day = timezone.localdate(test.collected_at)
    for row in found:
        earlier = [
            Earlier(on=timezone.localdate(item.test.collected_at), level=item.level)
            for item in before
            if item.analyte == row.analyte
        ]
        if row.result in positives and (
            found_before := may_be_residual(row.analyte, day, row.level, earlier)
        ):
            yield _(
                "%(analyte)s was also found on %(day)s. It can still be seen from that time, so "
                "this may not be new use. Compare the levels."
            ) % {
                "analyte": words.analyte(row.analyte),
                "day": date_format(found_before.on, "j F"),
            }


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
        return str(words.OUTCOMES[test.outcome]), "", "", OUTCOME_TONES[test.outcome]
    return str(words.STATES[test.state]), "", "", TONES[test.state]
