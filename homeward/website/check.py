"""The private check: nothing of it is stored, logged or counted.

Answers come by POST, so they stand in no address and no log; the answer may not be kept by a
browser or proxy. The form carries no key of one sending, since keeping a key would keep a trace.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from homeward.core.policies import EVERYONE, open_to
from homeward.kernel.reasons import Decision
from homeward.website import check_words, pages
from homeward.website.answering import public_page
from homeward.website.carrying import sealed
from homeward.website.forms import AskForm
from homeward.website.rules.setting import ANSWERS, BY_CODE, ITEMS, danger_signs, which_setting


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that may be chosen."""

    value: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it stands on the page; `help_now` shows as soon as the answer is chosen."""

    code: str
    words: str
    choices: tuple[Choice, ...]
    help_now: str
    helps_when_unsure: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """What one answer does, in words."""

    question: str
    answer: str
    words: str


@dataclass(frozen=True, slots=True)
class CheckPage:
    """One step of the check; `decision` only on the last."""

    step: int
    asked: tuple[Asked, ...]
    carried: tuple[tuple[str, str], ...]
    danger: tuple[str, ...]
    title: str = ""
    words: str = ""
    effects: tuple[Effect, ...] = ()
    decision: Decision | None = None
    token: str = ""


def page_of(step: int, answers: Mapping[str, str]) -> CheckPage:
    """The page of a step for the answers so far."""
    danger = tuple(str(check_words.HELP_NOW[code]) for code in danger_signs(answers))
    here = tuple(_asked(item.code, answers) for item in ITEMS if item.step == step)
    shown = {each.code for each in here}
    carried = tuple((code, answer) for code, answer in answers.items() if code not in shown)
    if step < 3:
        return CheckPage(step, here, carried, danger)
    decision = which_setting(answers)
    title, words = check_words.OUTCOMES[decision.outcome]
    return CheckPage(
        step,
        (),
        carried,
        danger,
        str(title),
        str(words),
        tuple(
            Effect(
                str(check_words.QUESTIONS[item.code]),
                str(check_words.ANSWERS[answer]) if (answer := answers.get(item.code)) else "",
                str(check_words.EFFECTS[reason.code]),
            )
            for item, reason in zip(ITEMS, decision.reasons, strict=True)
        ),
        decision,
        sealed(answers) if answers else "",
    )


@open_to(EVERYONE, methods=("GET", "POST"), once=False)
def which(request: HttpRequest) -> HttpResponse:
    """Ask, explain, suggest, forget."""
    answers = _answers(request)
    step = 1
    if request.method == "POST":
        step = {"1": 2, "2": 3, "back": 2, "start": 1}.get(request.POST.get("step", ""), 1)
    return public_page(
        request, "check", is_kept=False, page=page_of(step, answers), phone=pages.phone()
    )


@open_to(EVERYONE, methods=("POST",), once=False)
def ask_with_answers(request: HttpRequest) -> HttpResponse:
    """The request for a call with the answers in it, to be looked over before anything is sent."""
    form = AskForm(initial={"carried": request.POST.get("carried", "")})
    return public_page(request, "ask", form=form, phone=pages.phone())


def _answers(request: HttpRequest) -> dict[str, str]:
    return {code: answer for code in BY_CODE if (answer := request.POST.get(code, "")) in ANSWERS}


def _asked(code: str, answers: Mapping[str, str]) -> Asked:
    item = BY_CODE[code]
    return Asked(
        code,
        str(check_words.QUESTIONS[code]),
        tuple(
            Choice(value, str(words), answers.get(code) == value)
            for value, words in check_words.ANSWERS.items()
        ),
        str(check_words.HELP_NOW.get(code, "")),
        item.unsure == "danger",
    )
