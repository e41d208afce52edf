"""The client's own record: signed notes, hard moments, safety plans, and tests in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.forms import ActionForm
from homeward.drugtests.models import DrugTest
from homeward.drugtests.queries import disputable, reading_of
from homeward.drugtests.rules.reading import UNREADABLE
from homeward.kernel.purposes import Purpose
from homeward.notes.models import ClientNote
from homeward.portal.earlier import Stretch
from homeward.portal.own import Own
from homeward.portal.results import NOTHING, Finding, findings_of
from homeward.safety.models import CrisisNote, SafetyPlan

ROUTE = "portal:record"
# Rows of one page; those before them are a tap away, back to the first.
MOST_NOTES, MOST_TESTS = 30, 20
# Each long part by the name an address asks for it: its rows, in which order, how many a page.
PARTS: dict[str, tuple[Any, str, str, int]] = {
    "notes": (ClientNote, "on", "signed_at", MOST_NOTES),
    "tests": (DrugTest, "ordered_at", "due_at", MOST_TESTS),
    "crises": (CrisisNote, "started_at", "signed_at", MOST_NOTES),
}
TEST_WORDS = {
    "pending": (gettext_lazy("waiting for the result"), "neutral"),
    "negative": (gettext_lazy("negative"), "done"),
    "presumptive": (gettext_lazy("a first reading, not confirmed"), "attention"),
    "positive": (gettext_lazy("tested positive, confirmed by the laboratory"), "attention"),
    "unexpected": (gettext_lazy("a prescribed medicine was not found"), "attention"),
    "dilute_negative": (gettext_lazy("negative, and very thin"), "neutral"),
    **dict.fromkeys(UNREADABLE, (gettext_lazy("could not be read"), "neutral")),
}
ENDED_WORDS = {
    "missed": gettext_lazy("not given in time"),
    "refused": gettext_lazy("you chose not to give it"),
    "unable": gettext_lazy("you were not able to give it"),
    "cancelled": gettext_lazy("not needed after all"),
    "rejected": gettext_lazy("the laboratory could not use it"),
    "ordered": gettext_lazy("to be given"),
    "notified": gettext_lazy("to be given"),
}


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A signed note in the list."""

    title: str
    sub: str
    url: str


CRISES = {
    "overdose": gettext_lazy("Overdose"),
    "suicide_risk": gettext_lazy("Thoughts of suicide"),
    "violence": gettext_lazy("Violence, or a threat of it"),
    "leaving_impaired": gettext_lazy("Leaving while not sober"),
}


@dataclass(frozen=True, slots=True)
class TestLine:
    """A test with its result in plain words."""

    __test__ = False

    when: str
    words: str
    tone: str
    sub: str = ""
    dispute_url: str = ""
    found: str = ""
    left_over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordPage:
    """What is written about me; `is_earlier` when it is one of the pages before the newest."""

    notes: tuple[NoteLine, ...] = ()
    tests: tuple[TestLine, ...] = ()
    crises: tuple[NoteLine, ...] = ()
    plans: tuple[NoteLine, ...] = ()
    earlier: Mapping[str, str] = field(default_factory=dict)
    is_earlier: bool = False
    form: ActionForm = field(default_factory=ActionForm)

    @classmethod
    def of(cls, own: Own) -> "RecordPage":
        """The newest first; drafts are nobody's record yet."""
        stretches = {name: _stretch(own, name) for name in PARTS}
        return cls(
            **{name: _lines(own, name, found) for name, found in stretches.items()},
            plans=_plans(own),
            earlier={name: found.earlier_url(ROUTE, name) for name, found in stretches.items()},
        )

    @classmethod
    def back_from(cls, own: Own, name: str, until: date | datetime) -> "RecordPage":
        """One part alone, from a day or an instant back; `name` is one of `PARTS`."""
        found = _stretch(own, name, until)
        lines: dict[str, Any] = {name: _lines(own, name, found)}
        return cls(**lines, earlier={name: found.earlier_url(ROUTE, name)}, is_earlier=True)


def own_notes(own: Own) -> Any:
    """The notes about this client that they may read: those their author signed."""
    rows = ClientNote.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    return rows.filter(client=own.client, signed_at__isnull=False)


def _stretch(own: Own, name: str, until: date | datetime | None = None) -> Stretch:
    """The rows of one part, newest first."""
    model, field, then, most = PARTS[name]
    if model is ClientNote:
        rows = own_notes(own).select_related("session", "signed_by").defer("body")
    else:
        rows = model.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(client=own.client)
    if model is CrisisNote:
        rows = rows.filter(signed_at__isnull=False).select_related("signed_by").defer("body")
    return Stretch.of(rows.order_by(f"-{field}", f"-{then}", "pk"), field, until, most=most)


def _lines(own: Own, name: str, found: Stretch) -> tuple[Any, ...]:
    if name == "tests":
        said = findings_of(own, found.rows)
        return tuple(_test_line(own, test, said.get(test.pk, NOTHING)) for test in found.rows)
    return tuple((_note_line if name == "notes" else _crisis_line)(own, row) for row in found.rows)


def _note_line(own: Own, note: ClientNote) -> NoteLine:
    return NoteLine(
        note.session.name,
        _signed(date_format(note.on, "l j F Y"), note),
        reverse("portal:note", args=[note.pk]),
    )


def _crisis_line(own: Own, note: CrisisNote) -> NoteLine:
    return NoteLine(
        crisis_words(note),
        _signed(date_format(own.at_wall(note.started_at), "l j F Y"), note),
        reverse("portal:crisis_note", args=[note.pk]),
    )


def _signed(day: str, note: Any) -> str:
    return _("%(day)s · signed by %(name)s") % {"day": day, "name": note.signed_by.name}


def _plans(own: Own) -> tuple[NoteLine, ...]:
    """Every safety plan I said yes to, or kept; the newest first."""
    rows = SafetyPlan.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(
        client=own.client, active_at__isnull=False
    )
    return tuple(
        NoteLine(
            _("My safety plan, number %(number)s") % {"number": plan.number},
            _("from %(day)s until %(end)s") % {"day": _day(own, plan.active_at),
                                               "end": _day(own, plan.superseded_at)}
            if plan.superseded_at
            else _("from %(day)s, your plan now") % {"day": _day(own, plan.active_at)},
            reverse("portal:safety_plan_kept", args=[plan.pk]),
        )
        for plan in rows.defer("parts").order_by("-number")
    )  # fmt: skip


def crisis_words(note: CrisisNote) -> str:
    """What kind of hard moment a note is about, in plain words."""
    return str(CRISES.get(note.path_code, gettext_lazy("A hard moment")))


def _day(own: Own, instant: datetime) -> str:
    return date_format(own.at_wall(instant), "j F Y")


def _test_line(own: Own, test: DrugTest, said: Finding) -> TestLine:
    when = date_format(own.at_wall(test.ordered_at), "l j F Y")
    if test.state in ENDED_WORDS:
        return TestLine(when, str(ENDED_WORDS[test.state]), "neutral")
    words, tone = TEST_WORDS[reading_of(test)]
    sub, url = "", ""
    if test.disputed_at is not None:
        day = date_format(own.at_wall(test.disputed_at), "j F")
        sub = _("You said on %(day)s that it is wrong.") % {"day": day}
    elif disputable(test):
        url = reverse("portal:test_dispute", args=[test.pk])
    return TestLine(when, str(words), tone, sub, url, said.found, said.left_over)
