"""What a turn is: one page with one form and one call, about a client or a row of theirs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.desk.linkage.forms.base import LinkageForm
from homeward.desk.steps import answer_step, back_to
from homeward.linkage.refusal_words import refusal

ROOM = "desk/linkage"
Perform = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class About:
    """Who writes, about whom, about which row, and when."""

    actor: Actor
    client: Any
    now: datetime
    row: Any = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One page with one form: its title, the call it makes, what is said when it is done."""

    title: Promise
    form: type[LinkageForm]
    perform: Perform
    done: Promise
    lead: "Promise | str" = ""
    save: "Promise | str" = ""
    fields: Mapping[str, str] = field(default_factory=dict)


def who(form: Any) -> dict[str, Any]:
    """Who acts, about which client, when."""
    return {"actor": form.about.actor, "client_id": form.about.client.pk, "now": form.about.now}


def which(form: Any, name: str) -> dict[str, Any]:
    """Who acts, about which row, seen in which version, when."""
    about = form.about
    return {
        "actor": about.actor, name: about.row.pk, "now": about.now,
        "expected_version": form.expected_version,
    }  # fmt: skip


def same(form: Any, *names: str) -> dict[str, Any]:
    """What was typed into these fields, under the names the action knows them by."""
    return {name: form.cleaned_data[name] for name in names}


def answer_turn(
    request: HttpRequest,
    turn: Turn,
    about: About,
    *,
    heading: str,
    back: str,
    then: str = "",
    initial: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """The page of a turn, or what came of it."""
    version = about.row.version if about.row is not None else None
    form = turn.form(request.POST or None, about=about, version=version, initial=initial or {})
    page = {
        "turn": turn,
        "save": turn.save or _("Save"),
        "heading": heading,
        "back": back_to(_("Back"), back),
    }
    return answer_step(
        request,
        form,
        template=f"{ROOM}/turn.html",
        page=page,
        perform=turn.perform,
        done=str(turn.done),
        then=then or back,
        refusal_words=refusal,
        fields=turn.fields,
    )
