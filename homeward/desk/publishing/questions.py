"""Visitors' questions: look, word, answer; publish, refuse or withdraw."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Moment
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.publishing import words
from homeward.desk.publishing.forms import AnswerForm, ReasonForm
from homeward.desk.publishing.pages import Grade, moment_words, parts_of_questions
from homeward.desk.refusing import say_no
from homeward.kernel.records import RecordClass
from homeward.publishing import actions, queries
from homeward.publishing.actions.moderating import digest_of_wording
from homeward.publishing.models import Question
from homeward.publishing.rights import may_publish, may_write
from homeward.publishing.rules.changes import Wording
from homeward.publishing.rules.identifying import Mark, marks_in

ROOM = "desk/publishing"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `mark` says what it looks like, empty for plain words."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question in the queue."""

    url: str
    text: str
    asked_on: str
    language: str
    marks: tuple[str, ...]
    has_answer: bool


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question with its marks, its words and its steps."""

    question: Question
    asked_on: str
    language: str
    state: str
    visitor: tuple[Piece, ...]
    wording: tuple[Piece, ...]
    answer: tuple[Piece, ...]
    marks: tuple[str, ...]
    grade: Grade
    steps: tuple[Moment, ...]
    is_waiting: bool
    is_published: bool
    is_vouched: bool
    may_write: bool
    may_publish: bool
    needs_another: bool

    @classmethod
    def of(cls, actor: Actor, question: Question) -> "QuestionPage":
        allowed = queries.own_names()
        visitor = pieces_of(question.words, marks_in(question.words, allowed))
        marked = (
            marks_in(question.wording, allowed),
            marks_in(question.answer, allowed),
        )
        both = f"{question.wording}\n{question.answer}"
        found = marks_in(both, allowed)
        is_vouched = bool(found) and question.vouched_for == digest_of_wording(question)
        return cls(
            question,
            date_format(question.asked_on, "D j M Y"),
            str(words.LANGUAGES[question.language]),
            str(words.QUESTION_STATES[question.state]),
            visitor,
            pieces_of(question.wording, marked[0]),
            pieces_of(question.answer, marked[1]),
            tuple(f"“{mark.text}” {words.MARKS[mark.kind]}" for mark in found),
            Grade.of(Wording("", "", question.answer), question.language),
            tuple(_steps(question)),
            question.state == Question.State.WAITING,
            question.state == Question.State.PUBLISHED,
            is_vouched,
            may_write(actor),
            may_publish(actor),
            is_vouched and question.vouched_by_id == actor.worker_id,
        )


def pieces_of(text: str, marks: tuple[Mark, ...]) -> tuple[Piece, ...]:
    """A text cut at its marks, so that a page can show each one."""
    made, at = [], 0
    for mark in marks:
        made.append(Piece(text[at : mark.start], ""))
        made.append(Piece(mark.text, str(words.MARKS[mark.kind])))
        at = mark.end
    return (*made, Piece(text[at:], ""))


@requires(RecordClass.PUBLIC, get=Access.READ)
def public_questions(request: HttpRequest) -> HttpResponse:
    """The queue: what waits, what is public, what was refused."""
    state = request.GET.get("state", "waiting")
    state = state if state in words.QUESTION_STATES else "waiting"
    allowed = queries.own_names()
    rows = [_row(question, allowed) for question in queries.questions_in(state)]
    context = {
        "rows": rows,
        "state": state,
        "filters": parts_of_questions(state, queries.numbers_of_questions()),
    }
    return render(request, f"{ROOM}/questions.html", context)


@requires(RecordClass.PUBLIC, get=Access.READ, post=Access.WRITE)
def public_question(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """One question: its wording and our answer, kept as a draft until it is published."""
    question = Question.objects.get(pk=question_id)
    if request.method == "GET":
        return _page(request, question)
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            actions.word_question(
                actor=_actor(request),
                question_id=question_id,
                wording=form.cleaned_data["wording"],
                answer=form.cleaned_data["answer"],
                now=clock.now(),
                expected_version=form.expected_version,
            )
        except NotAllowed:
            raise
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            messages.success(request, _("Saved. Nothing is public yet."))
            return redirect("desk:public_question", question_id)
    return _page(request, question, form=form, status=422)


@requires(RecordClass.PUBLIC, post=Access.APPROVE)
def publication(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Publish the wording with its answer."""
    done = _("Published. The visitor's own words are erased.")
    return _step(request, question_id, actions.publish_question, done)


@requires(RecordClass.PUBLIC, post=Access.WRITE)
def refusal(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Do not publish it, with a reason."""
    done = _("Refused. Its words are erased; the reason stays.")
    return _step(request, question_id, actions.refuse_question, done, needs_reason=True)


@requires(RecordClass.PUBLIC, post=Access.WRITE)
def vouching(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Say that marked words identify nobody; another person publishes them."""
    done = _("Noted. Another person with the right may now publish exactly these words.")
    return _step(request, question_id, actions.vouch_for_question, done, needs_reason=True)


@requires(RecordClass.PUBLIC, post=Access.APPROVE)
def withdrawal(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Take a published question off the page."""
    done = _("It is off the page.")
    return _step(request, question_id, actions.withdraw_question, done, needs_reason=True)


def _step(
    request: HttpRequest,
    question_id: UUID,
    act: Callable[..., Question],
    done: str,
    *,
    needs_reason: bool = False,
) -> HttpResponse:
    form = ReasonForm(request.POST) if needs_reason else ActionForm(request.POST)
    if form.is_valid():
        if form.expected_version is None:
            raise StaleVersion  # which words were read is not known
        said = {"reason": form.cleaned_data["reason"]} if needs_reason else {}
        try:
            act(
                actor=_actor(request),
                question_id=question_id,
                now=clock.now(),
                expected_version=form.expected_version,
                **said,
            )
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as found:
            say_no(form, found)
        else:
            messages.success(request, done)
            return redirect("desk:public_question", question_id)
    question = Question.objects.get(pk=question_id)
    return _page(request, question, step_form=form, status=422)


def _page(
    request: HttpRequest,
    question: Question,
    form: AnswerForm | None = None,
    step_form: ActionForm | None = None,
    status: int = 200,
) -> HttpResponse:
    page = QuestionPage.of(_actor(request), question)
    words_now: dict[str, Any] = {"wording": question.wording, "answer": question.answer}
    context = {
        "page": page,
        "form": form or AnswerForm(initial=words_now, version=question.version),
        "step_form": step_form or ReasonForm(version=question.version),
    }
    return render(request, f"{ROOM}/question.html", context, status=status)


def _row(question: Question, allowed: tuple[str, ...]) -> QuestionRow:
    text = question.wording or _("(its words were erased)")
    kinds = dict.fromkeys(mark.kind for mark in marks_in(question.wording, allowed))
    return QuestionRow(
        reverse("desk:public_question", args=[question.pk]),
        text,
        date_format(question.asked_on, "D j M Y"),
        str(words.LANGUAGES[question.language]),
        tuple(str(words.MARKS[kind]) for kind in kinds),
        bool(question.answer),
    )


def _steps(question: Question) -> list[Moment]:
    rows = question.steps.select_related("by").order_by("at")
    return [
        Moment(moment_words(row.at), str(words.STEPS[row.what]), by=row.by.name, detail=row.reason)
        for row in rows
    ]


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]
