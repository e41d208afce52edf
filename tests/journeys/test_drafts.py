"""What somebody types survives a killed server, an ended session and a closed tab, to the word.

Told of the four long forms of the way in: the call, a questionnaire, the interview, the rating.
The server is the product's own, in processes of their own, and is really killed.
"""

import re
from collections.abc import Callable, Iterator
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
FIRST, SECOND, THIRD = "Came by day", " and said more", ", then the rest"


@dataclass(frozen=True)
class Form:
    """A long form: who writes it, where it stands, its field, and where it says "saved"."""

    user: str
    path: Callable[[Cast], str]
    field: str
    state: str


def _screened(cast: Cast) -> Any:
    return walking.open_record(cast, walking.call(cast))


def _rating(cast: Cast) -> str:
    inquiry = walking.call(cast)
    client = walking.open_record(cast, inquiry)
    walking.give_appointment(cast, inquiry)
    return reverse("desk:placement", args=[client.pk])


FORMS = {
    "call": Form("ada", lambda cast: reverse("desk:admissions_inquiry"), "note",
                 "[data-draft-state]"),
    "interview": Form(
        "dana",
        lambda cast: reverse("desk:assessment_page", args=[interview.begin(cast).pk, "culture"]),
        "culture__spirit", "#page-saved",
    ),
    "rating": Form("dana", _rating, "narrative_5", "#placement-saved"),
}  # fmt: skip


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
def context(served: Served) -> Iterator[Any]:
    """One browser with its cookies, whatever becomes of its tabs."""
    with browser() as opened:
        made = opened.new_context(locale="en-US", timezone_id="America/Chicago", viewport=WIDE)
        made.set_default_timeout(20_000)
        yield made


def sign_in(tab: Any, served: Served, user: str) -> None:
    """With the keyboard, at the sign-in page."""
    tab.goto(f"{served.address}/account/sign-in/")
    tab.focus("input[name=login]")
    tab.keyboard.type(user)
    tab.keyboard.press("Tab")
    tab.keyboard.type(PASSWORD)
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile("/desk/"))


def is_saved(tab: Any, state: str) -> None:
    """The page says that everything typed is kept."""
    tab.locator(f"{state}.tag--done:not([hidden]), {state} .tag--done").first.wait_for()


def is_waiting(tab: Any, state: str) -> None:
    """The page says that something is not kept yet."""
    tab.locator(f"{state}.tag--attention:not([hidden]), {state} .tag--attention").first.wait_for()


@pytest.mark.parametrize("name", FORMS)
def test_every_word_comes_back(name: str, served: Served, context: Any) -> None:
    """Killed, signed out, closed: the cursor stays where it was, and nothing typed is lost."""
    form, cast = FORMS[name], make_cast()
    path = f"{served.address}{form.path(cast)}"
    tab = context.new_page()
    sign_in(tab, served, form.user)
    tab.goto(path)
    field = f"main [name={form.field}]"
    tab.focus(f"{field} >> visible=true") if tab.is_visible(field) else _unfold(tab, field)
    tab.keyboard.type(FIRST)
    is_saved(tab, form.state)

    served.kill()
    tab.keyboard.type(SECOND)
    is_waiting(tab, form.state)
    assert tab.evaluate("document.activeElement.name") == form.field
    served.start()
    is_saved(tab, form.state)
    assert reread(context, path, field) == FIRST + SECOND

    Session.objects.all().delete()
    tab.keyboard.type(THIRD)
    is_waiting(tab, form.state)
    assert tab.evaluate("document.activeElement.name") == form.field
    other = context.new_page()
    sign_in(other, served, form.user)
    is_saved(tab, form.state)
    assert reread(context, path, field) == FIRST + SECOND + THIRD

    tab.bring_to_front()
    tab.keyboard.type("!")
    tab.close()
    other.wait_for_timeout(1000)
    assert reread(context, path, field) == FIRST + SECOND + THIRD + "!"


def reread(context: Any, path: str, field: str) -> str:
    """What another tab of the same browser shows in the field."""
    tab = context.new_page()
    tab.goto(path)
    found: str = tab.locator(field).input_value()
    tab.close()
    return found


def _unfold(tab: Any, field: str) -> None:
    """Open what the field is folded into, and go there."""
    tab.locator(field).evaluate("node => { node.closest('details').open = true; node.focus(); }")


def test_every_answer_of_a_questionnaire_comes_back(served: Served, context: Any) -> None:
    """Item by item: killed between two answers, signed out between two more, the tab closed."""
    cast = make_cast()
    path = reverse("desk:questionnaire", args=[_screened(cast).pk, "phq9"])
    tab = context.new_page()
    sign_in(tab, served, "ada")
    tab.goto(f"{served.address}{path}")

    def answer(number: int, option: int) -> None:
        tab.locator(f"main [name=q_{number}]").first.focus()
        tab.keyboard.press(str(option))

    answer(1, 2)
    is_saved(tab, "[data-sitting-state]")
    served.kill()
    answer(2, 3)
    is_waiting(tab, "[data-sitting-state]")
    served.start()
    is_saved(tab, "[data-sitting-state]")
    Session.objects.all().delete()
    answer(3, 1)
    is_waiting(tab, "[data-sitting-state]")
    other = context.new_page()
    sign_in(other, served, "ada")
    is_saved(tab, "[data-sitting-state]")
    tab.bring_to_front()
    answer(4, 2)
    tab.close()
    other.wait_for_timeout(1000)
    other.goto(f"{served.address}{path}")
    chosen = [
        other.locator(f"main [name=q_{number}]:checked").get_attribute("data-key")
        for number in (1, 2, 3, 4)
    ]
    assert chosen == ["2", "3", "1", "2"]
