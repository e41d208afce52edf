"""What the drug testing pages print."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.desk.clients.reach import initials_for, short_name_for
from homeward.desk.drug_tests.on_hand import warnings_for
from homeward.drugtests import queries, words
from homeward.drugtests.models import Draw, DrugTest
from homeward.drugtests.reading_here import not_read_here, why_not_shortly
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass

State = DrugTest.State
TONES = {
    "ordered": "attention", "notified": "attention", "collected": "info", "sent": "info",
    "received": "info", "rejected": "neutral",
    "resulted": "info", "reviewed": "info", "discussed": "done", "missed": "attention",
    "refused": "attention", "unable": "neutral", "cancelled": "neutral",
}  # fmt: skip
OUTCOME_TONES = {
    "negative": "done", "presumptive": "attention", "positive": "urgent",
    "unexpected": "attention", "invalid": "neutral", "dilute_negative": "neutral",
    "substituted": "attention", "adulterated": "attention",
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
    seal: str
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
    messages: int
    warnings: tuple[str, ...]
    may_act: bool

    __test__ = False

    @classmethod
    def of(cls, actor: Actor, now: datetime) -> "TestsToday":
        """What the actor may know: names and states, results only for clinicians."""
        reads = queries.reads_results(actor)
        may_act = may(actor.roles, RecordClass.DRUG_TESTS, Access.WRITE)
        to = Access.WRITE if may_act else Access.MINIMAL
        tests = queries.drug_tests_today(actor, now, Access.READ if reads else to)
        talk = queries.results_to_discuss(actor) if reads else []
        talking = {test.pk for test in talk}
        rest = [test for test in tests if test.pk not in talking]

        not_here = not_read_here(rest, now) if may_act else {}

        def rows(found: Iterable[DrugTest]) -> tuple[TestRow, ...]:
            return tuple(
                _row(actor, test, now, reads, may_act, not_here.get(test.pk)) for test in found
            )

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
            messages=len(queries.messages_to_resolve(actor)),
            warnings=warnings_for(actor) if may_act else (),
            may_act=may_act,
        )


def _subline(waiting: list[DrugTest]) -> str:
    day = date_format(clock.today(), "l j F")
    number = ngettext(
        "%(count)s person still to test", "%(count)s people still to test", len(waiting)
    ) % {"count": len(waiting)}
    return f"{day} · {number}"


def _row(
    actor: Actor, test: DrugTest, now: datetime, reads: bool, may_act: bool,
    not_here: Decision | None,
) -> TestRow:  # fmt: skip
    if reads and test.outcome != "pending":
        said = queries.reading_of(test)
        state, tone = str(words.OUTCOMES[said]), OUTCOME_TONES[said]
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
    if not_here:
        sub = " · ".join(filter(None, (sub, why_not_shortly(not_here))))
    return TestRow(
        initials=initials_for(actor, test.client),
        name=short_name_for(actor, test.client),
        url=reverse("desk:drug_test", args=[test.pk]) if may_act or reads else "",
        sub=sub,
        state=state,
        tone=tone,
        act=_next_act(test, now, reads, is_read_here=not_here is None) if may_act else None,
    )


def _next_act(
    test: DrugTest, now: datetime, reads: bool, *, is_read_here: bool
) -> Act | None:  # fmt: skip
    """The one next right thing in that state, as a link to where it is done."""
    name = test.client.short_name
    at = {"args": [test.pk]}
    if test.is_for_cause and test.seconded_at is None and test.state in queries.WAITING:
        return Act(_("Waits for the second person"), reverse("desk:drug_test", **at), about=name)
    if test.state in queries.WAITING and test.due_at <= now:
        return Act(_("Say what happened"), reverse("desk:drug_test_end", **at), about=name)
    if test.state in queries.WAITING:
        url = reverse("desk:drug_test_collection", **at)
        return Act(_("Collect"), url, "primary", about=name)
    if test.state == State.COLLECTED and not is_read_here:
        return Act(_("Send to the laboratory"), reverse("desk:drug_test", **at), about=name)
    if test.state == State.COLLECTED:
        url = reverse("desk:drug_test_results", **at)
        return Act(_("Read the cup"), url, "primary", about=name)
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
        seal=draw.seal,
        url=reverse("desk:drug_test_draw", args=[draw.pk]),
        is_open=draw.revealed_at is not None,
    )
