"""The check that no fact is asked twice walks every form, and fails when it should."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from django import forms as django_forms

import homeward.desk
import homeward.portal
import homeward.website
from homeward.core.forms import ActionForm
from homeward.desk.admissions.forms import case
from homeward.desk.admissions.forms.admission import AdmissionForm
from homeward.desk.admissions.forms.screening import ScreeningForm
from homeward.packets.library import papers
from tests.architecture import test_asked_once as check

# Rooms whose every form lies between the first call and the admission.
WAY_IN = (
    "homeward.website",
    "homeward.desk.admissions",
    "homeward.desk.assessments",
    "homeward.desk.benefits",
    "homeward.desk.measures",
    "homeward.desk.packets",
    "homeward.instruments",
    "homeward.packets",
)
# Forms of these rooms that ask through data walked as data, or nothing at all.
ELSEWHERE = {
    "homeward.desk.assessments.forms.AssessmentPageForm": "the interview's questions",
    "homeward.desk.assessments.forms.AssessmentAddendumForm": "words beneath a signed assessment",
    "homeward.desk.assessments.forms.BeginForm": "a button",
    "homeward.instruments.forms.QuestionnaireForm": "a questionnaire's items",
    "homeward.desk.measures.forms.PaperForm": "the same items, copied from paper",
    "homeward.packets.signing_page.PaperForm": "the questions of a paper, walked below",
    "homeward.packets.signing_page.NoForm": "why a paper is not signed",
}
# What the questions of a paper ask for. None: a decision made on that paper, or what staff did.
PAPERS = {
    "advance_directive": "directive.advance",
    "emergency_contact": "emergency.contact",
    "health_screen": "health.screen",
    "naloxone": "naloxone.offered",
    "named_releases": None,
    "orientation": None,
    "pdmp_check": None,
    "telehealth": None,
}


def every_form() -> Iterator[type[ActionForm]]:
    """Every form of the product that posts, once all pages are imported."""
    for package in (homeward.desk, homeward.portal, homeward.website):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".tests" not in found.name:
                importlib.import_module(found.name)
    waiting: list[type[ActionForm]] = [ActionForm]
    while waiting:
        form = waiting.pop()
        waiting.extend(form.__subclasses__())
        yield form


def test_no_form_of_the_way_in_is_left_out() -> None:
    """Whoever adds a form to these rooms adds it to the check, or says here why it asks nothing."""
    walked = set(check.forms().values())
    left_out = sorted(
        f"{form.__module__}.{form.__name__}"
        for form in every_form()
        if form.__module__.startswith(WAY_IN)
        and ".tests" not in form.__module__
        and form not in walked
        and f"{form.__module__}.{form.__name__}" not in ELSEWHERE
    )
    assert left_out == []


def test_what_is_said_to_ask_nothing_is_there() -> None:
    """A line about a form that is gone would hide the next of its name."""
    there = {f"{form.__module__}.{form.__name__}" for form in every_form()}
    assert set(ELSEWHERE) <= there


def test_papers_ask_for_what_nobody_else_asks() -> None:
    """Every paper with questions says what they ask for, and no form or interview asks it too."""
    assert set(PAPERS) == {code for code, paper in papers().items() if paper.questions}
    asked = [fact for fact in PAPERS.values() if fact]
    assert set(asked) <= set(check.facts())
    assert len(set(asked)) == len(asked)
    assert not set(asked) & set(check.askers())


def test_the_walk_meets_every_station() -> None:
    """Call, screening, gates, payer, papers, interview, rating, decision, admission."""
    names = {form.__name__ for form in check.forms().values()}
    assert names >= {
        "InquiryForm", "AskForm", "ScreeningForm", "GatesForm", "CheckForm",
        "PlacementForm", "DecisionForm", "AdmissionForm",
    }  # fmt: skip
    asked = {asker for found in check.askers().values() for asker in found}
    assert {"interview", "questionnaires: phq9", "questionnaires: ciwa_ar"} <= asked


@pytest.mark.parametrize(
    ("form", "field"),
    [(ScreeningForm, "phone"), (ScreeningForm, "name"), (AdmissionForm, "diagnosis")],
)
def test_fails_when_a_fact_no_longer_arrives_filled(
    form: Any, field: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The telephone number told on the call is empty at screening: that is asking twice."""
    check.test_no_fact_is_asked_twice()
    monkeypatch.setattr(form, "filled", form.filled - {field})
    with pytest.raises(AssertionError, match=str(form.asks[field])):
        check.test_no_fact_is_asked_twice()


def test_fails_when_another_form_asks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new form with one old question."""

    class AgainForm(ActionForm):
        asks = {"insurance": "coverage.payer"}
        insurance = django_forms.CharField()

    monkeypatch.setattr(AgainForm, "__module__", case.__name__)
    monkeypatch.setattr(case, "AgainForm", AgainForm, raising=False)
    with pytest.raises(AssertionError, match=r"coverage\.payer"):
        check.test_no_fact_is_asked_twice()


def test_fails_when_a_field_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new field on an old form, with no word about what it asks."""
    path = f"{ScreeningForm.__module__}.ScreeningForm"
    fields = {**ScreeningForm.base_fields, "nickname": django_forms.CharField()}
    monkeypatch.setattr(ScreeningForm, "base_fields", fields)
    with pytest.raises(AssertionError, match="nickname"):
        check.test_every_form_says_what_each_field_asks(path)


def test_fails_when_what_is_asked_afresh_is_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Last week's answer about pregnancy may not stand in today's form."""
    gates = next(each for each in check.forms().values() if each.__name__ == "GatesForm")
    monkeypatch.setattr(gates, "filled", frozenset({"pregnant"}), raising=False)
    with pytest.raises(AssertionError, match="pregnant"):
        check.test_what_is_asked_afresh_is_never_filled()
