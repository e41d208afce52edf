"""Questions and answers: read by everybody, asked by nobody in particular."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from homeward.core import clock
from homeward.core.actors import NOBODY
from homeward.core.policies import EVERYONE, open_to
from homeward.publishing.actions import ask_question
from homeward.publishing.queries import published_questions
from homeward.website import pages
from homeward.website.answering import public_page
from homeward.website.forms import QuestionForm
from homeward.website.limits import too_many_requests
from homeward.website.reading import ReadingPage, language_now


# The key of one sending would keep whose account sent it and when; the same words on the same day
# are one question instead.
@open_to(EVERYONE, methods=("GET", "POST"), once=False)
def questions(request: HttpRequest) -> HttpResponse:
    """What others asked, and a place to ask. A robot is thanked, and nothing is kept."""
    form = QuestionForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_from_a_robot:
        return redirect("website:question_thanks")
    if form.is_valid():
        if too_many_requests(request, "question"):
            return public_page(request, "pause", status=429, phone=pages.phone())
        ask_question(
            actor=NOBODY,
            words=form.cleaned_data["words"],
            language=language_now(),
            now=clock.now(),
        )
        return redirect("website:question_thanks")
    return public_page(
        request,
        "questions",
        status=422 if form.errors else 200,
        form=form,
        page=ReadingPage.of("questions"),
        questions=published_questions(language_now()),
        phone=pages.phone(),
    )


@open_to()
def question_thanks(request: HttpRequest) -> HttpResponse:
    """What happens with a question; the same words for everybody."""
    return public_page(request, "question_thanks", phone=pages.phone())
