"""What somebody types survives a killed server, an ended session and a closed tab, to the word.

Told of the four long forms of the way in: the call, a questionnaire, the interview, the rating,
all open at once in the browsers of two people. The server is the product's own, in processes of
their own, and is really killed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from homeward.admissions.tests import walking
from homeward.assessments.tests import interview
from homeward.testing.stage import PASSWORD, Cast, make_cast
from tests.journeys.browsing import browser, find_chromium
from tests.journeys.keyboard import WIDE
from tests.journeys.serving import Served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]
WORDS = ("Came by day", " and said more", ", then the rest", "!")
OPTIONS = ("2", "3", "1", "2")


@dataclass(frozen=True)
class Form:
    """A long form: who writes it, its field, and where it says "saved"."""

    user: str
    field: str
    state: str


FORMS = {
    "call": Form("ada", "note", "[data-draft-state]"),
    "questionnaire": Form("ada", "q_{}", "[data-sitting-state]"),
    "interview": Form("dana", "culture__spirit", "#page-saved"),
    "rating": Form("dana", "narrative_5", "#placement-saved"),
}


def where(cast: Cast) -> dict[str, str]:
    """Where each of them stands: two people on their way in, and a call that begins."""
    inquiry = walking.call(cast)
    client = walking.open_record(cast, inquiry)
    walking.give_appointment(cast, inquiry)
    begun = interview.begin(cast)
    return {
        "call": reverse("desk:admissions_inquiry"),
        "questionnaire": reverse("desk:questionnaire", args=[client.pk, "phq9"]),
        "interview": reverse("desk:assessment_page", args=[begun.pk, "culture"]),
        "rating": reverse("desk:placement", args=[client.pk]),
    }


class Typing:
    """One person at one form in one tab, a piece at a time."""

    def __init__(self, form: Form, address: str, context: Any) -> None:
        self.form, self.address, self.context = form, address, context
        self.tab = context.new_page()
        self.tab.goto(address)
        self.written = 0
        if not self.is_choosing:
            place = self.tab.locator(self.place)
            place.focus() if place.is_visible() else place.evaluate(UNFOLD)

    @property
    def is_choosing(self) -> bool:
        return "{}" in self.form.field

    @property
    def place(self) -> str:
        """The field that is written next; of a questionnaire each answer has its own."""
        return f"main [name={self.form.field.format(self.written + 1)}]"

    def write(self) -> None:
        """The next piece, by keys; the cursor stays where it was left."""
        self.tab.bring_to_front()
        if self.is_choosing:
            self.tab.locator(self.place).first.focus()
        else:
            assert self.tab.evaluate("document.activeElement.name") == self.form.field
        self.tab.keyboard.type((OPTIONS if self.is_choosing else WORDS)[self.written])
        self.written += 1

    def is_saved(self) -> None:
        """The page says that everything typed is kept."""
        self._says("tag--done")

    def is_waiting(self) -> None:
        """The page says that something is not kept yet."""
        self._says("tag--attention")

    def _says(self, tag: str) -> None:
        state = self.form.state
        self.tab.locator(f"{state}.{tag}:not([hidden]), {state} .{tag}").first.wait_for()

    def is_all_there(self) -> None:
        """Another tab of the same browser shows what was written so far."""
        other = self.context.new_page()
        other.goto(self.address)
        if self.is_choosing:
            asked = range(1, self.written + 1)
            chosen = [f"main [name={self.form.field.format(each)}]:checked" for each in asked]
            found = [other.locator(each).get_attribute("data-key") for each in chosen]
            assert found == list(OPTIONS[: self.written])
        else:
            assert other.locator(self.place).input_value() == "".join(WORDS[: self.written])
        other.close()


# What the field is folded into is opened first.
UNFOLD = "node => { node.closest('details').open = true; node.focus(); }"


@pytest.fixture
def served(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """The product's server on this database."""
    find_chromium()
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    server = Served()
    server.start()
    yield server
    server.end()


@pytest.fixture
def contexts(served: Served) -> Iterator[dict[str, Any]]:
    """A browser of each person with its cookies, whatever becomes of the tabs."""
    with browser() as opened:
        made = {
            user: opened.new_context(locale="en-US", timezone_id="America/Chicago", viewport=WIDE)
            for user in dict.fromkeys(form.user for form in FORMS.values())
        }
        for context in made.values():
            context.set_default_timeout(20_000)
        yield made


def sign_in(context: Any, served: Served, user: str) -> Any:
    """With the keyboard, at the sign-in page, in a tab of its own."""
    tab = context.new_page()
    tab.goto(f"{served.address}/account/sign-in/")
    tab.focus("input[name=login]")
    tab.keyboard.type(user)
    tab.keyboard.press("Tab")
    tab.keyboard.type(PASSWORD)
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile("/desk/"))
    return tab


def test_every_word_and_every_answer_comes_back(served: Served, contexts: dict[str, Any]) -> None:
    """Killed, signed out, closed: the cursor stays where it was, and nothing typed is lost."""
    paths = where(make_cast())
    for user, context in contexts.items():
        sign_in(context, served, user)
    typing = [
        Typing(form, f"{served.address}{paths[name]}", contexts[form.user])
        for name, form in FORMS.items()
    ]
    for each in typing:
        each.write()
        each.is_saved()

    served.kill()
    for each in typing:
        each.write()
        each.is_waiting()
    served.start()
    for each in typing:
        each.is_saved()
        each.is_all_there()

    Session.objects.all().delete()
    for each in typing:
        each.write()
        each.is_waiting()
    others = [sign_in(context, served, user) for user, context in contexts.items()]
    for each in typing:
        each.is_saved()
        each.is_all_there()

    for each in typing:
        each.write()
        each.tab.close()
    others[0].wait_for_timeout(1000)
    for each in typing:
        each.is_all_there()
