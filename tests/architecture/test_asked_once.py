"""No fact about a client is asked twice, from the first call to the admission.

Every form on the way in says in `asks` which fact each field asks for, or None where a field asks
nothing about the client, and in `filled` which fields arrive filled when the fact was told
before. Questionnaires and the interview are data and say it themselves. A fact that two of them
ask for must arrive filled at every asker but the first; the seven that are asked afresh are
exempt, and no other.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest

import homeward.desk.admissions.forms as way_in
from homeward.assessments.facts_asked import ASKED_AFRESH, SAME_AS, facts, questionnaire_facts
from homeward.assessments.library import edition
from homeward.assessments.rules.filling import Told, filling_of
from homeward.assessments.rules.questions import TABLE
from homeward.core.forms import ActionForm
from homeward.desk.admissions.forms.admission import TEAM_ROLES
from homeward.testing.stage import NOON

EXEMPT = {
    "use.last",
    "risk.suicide",
    "withdrawal",
    "medications",
    "pregnancy",
    "home.safety",
    "contact.safe",
}
# The order of the way in; the interview lies between the questionnaires and the rating.
ORDER = ("door", "ScreeningForm", "GatesForm", "questionnaires", "interview", "PlacementForm")
# Two doors to one inquiry: who came by our pages is not asked by the other.
DOORS = {"AskForm", "InquiryForm"}
# Fields made when the form is built.
BUILT: dict[str, Any] = {
    "InquiryForm": lambda form: form(sites=(), tracks=(), payers=()),
    "PlacementForm": lambda form: form(edition="3"),
    "StayForm": lambda form: form(),
    "CheckForm": lambda form: form(payers=()),
    "AdmissionForm": lambda form: form(
        tracks=(), counselors=(), staff=dict.fromkeys(TEAM_ROLES, (Nobody,))
    ),
}
# Built from a questionnaire or from the interview's own questions; both are walked as data.
FROM_DATA = {"QuestionnaireForm"}
ROOMS = (
    "homeward.website.forms",
    "homeward.desk.benefits.forms",
    "homeward.desk.packets.forms",
)


def modules() -> Iterator[Any]:
    """Every module of forms on the way in."""
    for found in pkgutil.iter_modules(way_in.__path__, f"{way_in.__name__}."):
        yield importlib.import_module(found.name)
    yield importlib.import_module("homeward.desk.admissions.views.admission")
    for name in ROOMS:
        try:
            yield importlib.import_module(name)
        except ModuleNotFoundError:
            continue


def forms() -> dict[str, type[ActionForm]]:
    """Every form there, by name."""
    return {
        f"{module.__name__}.{name}": each
        for module in modules()
        for name, each in vars(module).items()
        if inspect.isclass(each)
        and issubclass(each, ActionForm)
        and each.__module__ == module.__name__
        and name not in FROM_DATA
    }


def asked_by(form: type[ActionForm]) -> dict[str, str | None]:
    """What a form declares."""
    return dict(getattr(form, "asks", {}))


def askers() -> dict[str, dict[str, bool]]:
    """Fact -> asker -> whether it arrives filled there."""
    found: dict[str, dict[str, bool]] = {}
    for path, form in forms().items():
        filled = getattr(form, "filled", frozenset())
        for field, fact in asked_by(form).items():
            if fact:
                name = path.rsplit(".", 1)[1]
                was = found.setdefault(fact, {}).get(name, True)
                found[fact][name] = was and field in filled
    for (instrument, _item), fact in questionnaire_facts().items():
        found.setdefault(fact, {})[f"questionnaires: {instrument}"] = False
    for question in edition():
        found.setdefault(question.code, {})["interview"] = not question.asked_afresh
        for column in question.columns:
            if column.fact:
                found.setdefault(column.fact, {})["interview"] = False
    return found


class Nobody:
    """A worker that stands for any."""

    pk, name = "0", "Nobody"


def place(asker: str) -> int:
    """Where on the way an asker stands; papers and the admission come last."""
    name = "door" if asker in DOORS else asker.split(":")[0]
    return ORDER.index(name) if name in ORDER else len(ORDER)


@pytest.mark.parametrize("path", sorted(forms()))
def test_every_form_says_what_each_field_asks(path: str) -> None:
    """A new field without a fact fails here until somebody says what it asks."""
    form = forms()[path]
    made = BUILT.get(form.__name__)
    fields = made(form).fields if made else form.base_fields
    declared = set(fields) - {"form_version"}
    said = asked_by(form)
    assert declared <= set(said), f"{path} says nothing about {sorted(declared - set(said))}"
    unknown = {fact for fact in said.values() if fact} - set(facts())
    unknown = {fact for fact in unknown if not fact.startswith("measure.")}
    assert not unknown, f"{path} asks for facts nobody knows: {sorted(unknown)}"


def test_no_fact_is_asked_twice() -> None:
    """The first asks; whoever comes after arrives filled in. Exempt are exactly the seven."""
    twice = []
    for fact, found in askers().items():
        if fact in EXEMPT:
            continue
        first = min(place(each) for each in found)
        again = [each for each, is_filled in found.items() if not is_filled and place(each) > first]
        same_time = [
            "door" if each in DOORS else each
            for each, is_filled in found.items()
            if not is_filled and place(each) == first
        ]
        if again or (len(set(same_time)) > 1 and not fact.startswith("measure.")):
            twice.append((fact, sorted(found)))
    assert twice == []


def test_exactly_seven_facts_are_asked_afresh() -> None:
    """The rule, the questions and this list say the same."""
    assert set(ASKED_AFRESH) == EXEMPT
    assert {question.code for question in edition() if question.asked_afresh} == EXEMPT


def test_what_is_asked_afresh_is_never_filled() -> None:
    """Not by a form, and not by the interview."""
    for path, form in forms().items():
        filled = getattr(form, "filled", frozenset())
        wrong = {name for name in filled if asked_by(form).get(name) in EXEMPT}
        assert not wrong, f"{path} fills {sorted(wrong)}"


@pytest.mark.parametrize("code", [question.code for question in edition()])
def test_the_interview_really_fills_what_it_says_it_fills(code: str) -> None:
    """An answer told before arrives in the question, or stands beside where it is asked afresh."""
    question = edition().questions[code]
    options = [each.code for each in question.options]
    said: Any = options[0] if options else 3 if question.kind == "number" else "2026-11-20"
    if question.kind == "many":
        said = [said]
    if question.kind == TABLE:
        key = next(each for each in question.columns if each.code == question.key)
        word = key.options[0].code if key.options else "F33.1"
        said = [{question.key: [word] if key.kind == "many" else word}]
    told = Told(fact=code, value=said, origin="inquiry", at=NOON)
    filling = filling_of(question, [told])
    if code in EXEMPT:
        assert filling.value is None and filling.beside == (told,)
    else:
        assert filling.value is not None and filling.origin == told


def test_the_same_question_of_a_questionnaire_is_a_question_of_ours() -> None:
    """A row of the mapping that names nothing would hide a fact asked twice."""
    asked = edition().questions
    assert set(SAME_AS.values()) <= set(asked)
    assert set(SAME_AS) <= set(questionnaire_facts())
