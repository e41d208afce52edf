"""The front desk sends a client one of the approved texts; never words of its own."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from homeward.conversations.actions import send_desk_word
from homeward.conversations.actions.desk import client_at_the_desk
from homeward.conversations.desk_models import DeskWord
from homeward.conversations.desk_queries import offered_texts, sent_to, words_in
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.clients.reach import short_name_for
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.models import Client


class DeskWordForm(ActionForm):
    """Which of the texts."""

    text = forms.ChoiceField(label=gettext_lazy("Text"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        spoken = get_language() or ""  # the client's language is not the front desk's to know
        field: Any = self.fields["text"]
        field.choices = [(str(row.pk), words_in(row, spoken)) for row in offered_texts()]

    @property
    def has_texts(self) -> bool:
        """Whether anything may be sent."""
        field: Any = self.fields["text"]
        return bool(field.choices)


@dataclass(frozen=True, slots=True)
class SentLine:
    """One that went to the client."""

    words: str
    sub: str


@dataclass(frozen=True, slots=True)
class DeskWords:
    """The page: which texts there are, and which went out."""

    name: str
    sent: tuple[SentLine, ...]
    back_url: str

    @classmethod
    def of(cls, actor: Actor, client: Client) -> "DeskWords":
        """One read of what went out."""
        return cls(
            short_name_for(actor, client),
            tuple(_line(each, client) for each in sent_to(actor, client.pk)),
            reverse("desk:chart_schedule", args=[client.pk]),
        )


def _line(word: DeskWord, client: Client) -> SentLine:
    at = date_format(word.at.astimezone(ZoneInfo(client.site.time_zone)), "j M, H:i")
    seen = _("seen") if word.seen_at else _("not seen yet")
    return SentLine(
        words_in(word.text, get_language() or ""), f"{at} · {word.worker.name} · {seen}"
    )


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def desk_word(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Choose one and send it; the client reads it on their page, in their language."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.has_role(Role.FRONT_DESK):
        raise NotAllowed
    now = clock.now()
    client = client_at_the_desk(actor, client_id, now)
    form = DeskWordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            send_desk_word(
                actor=actor, client_id=client_id, text_id=UUID(form.cleaned_data["text"]), now=now
            )
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as refusal:
            form.add_error(None, words_for(refusal.codes[0]))
        else:
            messages.success(request, _("Sent. The client reads it on their page."))
            return redirect("desk:desk_word", client_id)
    facts = {"page": DeskWords.of(actor, client), "form": form}
    status = 422 if form.errors else 200
    return render(request, "desk/conversations/desk_word.html", facts, status=status)
