"""Papers to sign: on one's own page, or by a link with a code and no account.

The page of a link is the same whatever the link: it asks for a code. A wrong code, an unknown,
expired or locked link are answered alike. Nothing in an address or title names anybody.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.accounts.confirming import is_fresh
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT, Actor
from homeward.core.components import Act
from homeward.core.forms import ActionForm
from homeward.core.policies import open_to, requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.doorways.confirming import comes_by_passkey, signer_of
from homeward.kernel.records import RecordClass
from homeward.packets import actions
from homeward.packets.models import SigningLink
from homeward.packets.queries import Standing
from homeward.packets.signing_page import NoForm, PaperForm, refuses
from homeward.portal.limits import too_many_codes
from homeward.portal.neutral import neutral_frame
from homeward.portal.own import Own
from homeward.portal.papers import BY_CLIENT, lines_of, page_of, waiting_for

OPENED = "opened_link"
FIELDS = {"signer_name_wrong": "signer_name"}


class CodeForm(ActionForm):
    """The code that was said or handed over."""

    code = forms.CharField(
        label=gettext_lazy("Your code"),
        max_length=20,
        help_text=gettext_lazy("Six digits, told to you or given on paper."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


@requires(RecordClass.CONSENTS, get=Access.READ, kinds=(CLIENT,))
def papers(request: HttpRequest) -> HttpResponse:
    """Every paper that waits for me."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    lines = lines_of(
        waiting_for(own.actor, own.now),
        request.LANGUAGE_CODE,
        lambda item: reverse("portal:packet_paper", args=[item.pk]),
    )
    return render(request, "portal/papers.html", {"lines": lines})


@requires(RecordClass.CONSENTS, get=Access.READ, post=Access.SIGN, kinds=(CLIENT,))
def paper(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """One paper of mine; my password, my phone's digits or my passkey confirm that it is me."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    has_passkey = comes_by_passkey(request)
    if has_passkey and not is_fresh(request, own.now):
        again = reverse("mfa_reauthenticate_webauthn")
        return redirect(f"{again}?{urlencode({'next': request.path})}")
    signer = signer_of(request)
    by = "passkey" if has_passkey else getattr(signer, "by", "password")
    stands = _one(waiting_for(own.actor, own.now), item_id)
    return _sign(
        request,
        stands,
        own.actor,
        template="portal/packet_paper.html",
        back=Act(_("All papers"), reverse("portal:papers")),
        account=signer,
        needs_password=not has_passkey,
        proof=lambda now: actions.Proof(place="portal", by=by, at=now),
    )


@open_to(methods=("GET", "POST"), record_class=RecordClass.CONSENTS)
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the code that belongs to the link."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        link = None
        if not too_many_codes(request):
            link = actions.open_link(
                actor=request.actor,  # type: ignore[attr-defined]
                token=token,
                code=form.cleaned_data["code"],
                now=now,
            )
        # Answered by a redirect without the token, so that a wrong try stays counted and no
        # address is kept; relative to this page.
        if link is None:
            return HttpResponseRedirect("?again=1")
        request.session.cycle_key()
        request.session[OPENED] = str(link.pk)
        return HttpResponseRedirect("papers/")
    facts = {"form": form, "again": "again" in request.GET, "shell": neutral_frame(request)}
    return render(request, "portal/by_link.html", facts, status=422 if form.errors else 200)


@open_to(record_class=RecordClass.CONSENTS)
def link_papers(request: HttpRequest, token: str) -> HttpResponse:
    """The papers behind an opened link."""
    link = _opened(request, token)
    if link is None:
        return redirect("portal:by_link", token)
    lines = lines_of(
        waiting_for(actions.client_behind(link), clock.now(), link.who),
        request.LANGUAGE_CODE,
        lambda item: reverse("portal:link_paper", args=[token, item.pk]),
    )
    facts = {"lines": lines, "shell": neutral_frame(request)}
    return render(request, "portal/link_papers.html", facts)


@open_to(methods=("GET", "POST"), record_class=RecordClass.CONSENTS)
def link_paper(request: HttpRequest, token: str, item_id: UUID) -> HttpResponse:
    """One paper behind an opened link, to read and sign."""
    link = _opened(request, token)
    if link is None:
        return redirect("portal:by_link", token)
    actor = actions.client_behind(link)
    return _sign(
        request,
        _one(waiting_for(actor, clock.now(), link.who), item_id),
        actor,
        who=link.who,
        template="portal/link_paper.html",
        back=Act(_("All papers"), reverse("portal:link_papers", args=[token])),
        proof=lambda _now: actions.Proof(
            place="phone", by="code", at=link.opened_at or link.made_at, link_id=link.pk
        ),
        shell=neutral_frame(request),
    )


def _sign(
    request: HttpRequest,
    stands: Standing,
    actor: Actor,
    *,
    template: str,
    back: Act,
    proof: Callable[[datetime], actions.Proof],
    account: Any = None,
    needs_password: bool = False,
    who: str = BY_CLIENT,
    **more: Any,
) -> HttpResponse:
    now = clock.now()
    page = page_of(stands, stands.item.client.name, request.LANGUAGE_CODE, back)
    said_no = request.method == "POST" and refuses(request.POST)
    no = NoForm(request.POST if said_no else None)
    if said_no and no.is_valid():
        try:
            actions.refuse_paper(
                actor=actor, item_id=stands.item.pk, reason=no.cleaned_data["reason"], now=now
            )
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as refusal:
            for code in refusal.codes:
                no.add_error("reason", words_for(code))
        else:
            messages.success(request, _("Kept. You may still sign later; ask us."))
            return redirect(back.url) if account is not None else HttpResponseRedirect("../")
    form = PaperForm(
        request.POST if request.method == "POST" and not said_no else None,
        paper=stands.paper,
        who=who,
        language=page.language,
        account=account,
        needs_password=needs_password,
        version=stands.item.version,
    )
    if form.is_valid():
        given = form.signature()
        try:
            actions.sign_paper(
                actor=actor,
                item_id=stands.item.pk,
                who=who,
                signer_name=given.name,
                answers=given.answers,
                language=page.language,
                proof=proof(now),
                expected_version=form.expected_version,
                now=now,
            )
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as refusal:
            for code in refusal.codes:
                name = FIELDS.get(code)
                form.add_error(name if name in form.fields else None, words_for(code))
        else:
            messages.success(request, _("Signed. Thank you."))
            return redirect(back.url) if account is not None else HttpResponseRedirect("../")
    facts = {"page": page, "form": form, "no": no, **more}
    return render(request, template, facts, status=422 if form.errors or no.errors else 200)


def _one(waiting: tuple[Standing, ...], item_id: UUID) -> Standing:
    found = next((each for each in waiting if each.item.pk == item_id), None)
    if found is None:
        raise Http404
    return found


def _opened(request: HttpRequest, token: str) -> SigningLink | None:
    pk = request.session.get(OPENED, "")
    return actions.link_of(str(pk), token, clock.now()) if pk else None
