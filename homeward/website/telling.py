"""Anybody tells the team something, without a name or an account; nothing ever comes back.

Nobody is looked up while it is sent. So the answer and its time are the same for every name.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from homeward.core import clock
from homeward.core.actors import NOBODY
from homeward.core.policies import EVERYONE, open_to
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.families import words
from homeward.families.actions import send_in
from homeward.families.forms import TellForm, WhenForm
from homeward.kernel.records import RecordClass
from homeward.website import pages
from homeward.website.answering import public_page
from homeward.website.limits import too_many_requests


@open_to(EVERYONE, methods=("GET", "POST"), record_class=RecordClass.INQUIRIES)
def tell(request: HttpRequest) -> HttpResponse:
    """How soon first, then about whom and what. Whoever is signed in here writes as nobody."""
    when = WhenForm(request.GET)
    chosen = when.cleaned_data["when"] if when.is_valid() else ""
    form = TellForm(request.POST or None, initial={"urgency": chosen})
    is_beyond = False
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        is_beyond = too_many_requests(request, "tell")
    if is_beyond:  # what was typed stays on the page
        form.add_error(None, words_for("told_too_often"))
    elif request.method == "POST" and form.is_valid():
        try:
            send_in(
                actor=NOBODY, urgency=data["urgency"], about=data["about"], words=data["words"],
                sender=data["sender"], site_id=data.get("site_id") or None, now=clock.now(),
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error(None, [words_for(code) for code in refusal.codes])
        else:
            return redirect("website:told")
    urgency = form["urgency"].value()
    return public_page(
        request,
        "tell",
        status=429 if is_beyond else 422 if form.errors else 200,
        form=form if urgency in words.URGENCIES_ASKED else None,
        urgency=urgency,
        choices=words.URGENCIES_ASKED.items(),
        phone=pages.phone(),
    )


@open_to()
def told(request: HttpRequest) -> HttpResponse:
    """The same words for everybody, whatever was told about whom."""
    return public_page(request, "told", phone=pages.phone())
