"""The packs, fetching one, and the passphrase of a site."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.downtime.forms import MakeForm, PassphraseForm
from homeward.desk.downtime.pages import PacksPage
from homeward.desk.refusing import say_no
from homeward.downtime import actions
from homeward.downtime.actions.packs import file_name
from homeward.downtime.rights import may_lock, site_for
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty

ROOM = "desk/downtime"


@requires(RecordClass.IDENTITY, get=Access.READ, post=Access.READ, duty=Duty.BREAK_GLASS)
def packs(request: HttpRequest) -> HttpResponse:
    """Each site's packs with who has them; the button makes one now."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    form = MakeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.make_pack(actor=actor, site_id=form.cleaned_data["site"], now=now)
        except NotAllowed:
            raise
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            messages.success(request, _("Made and locked. Take it onto a device now."))
            return redirect(f"{request.path}#pack-{made.pk}")
    page = PacksPage.of(actor, now, form if form.is_bound else None)
    status = 422 if form.errors else 200
    return render(request, f"{ROOM}/packs.html", {"page": page, "form": form}, status=status)


# It keeps who took the file, so it is no page that only reads.
@requires(RecordClass.IDENTITY, get=Access.READ, duty=Duty.BREAK_GLASS, decides_sending=True)
def pack(request: HttpRequest, pack_id: UUID) -> HttpResponse:
    """The locked file under a name that says which morning and nothing else."""
    found, locked = actions.fetch_pack(
        actor=request.actor, pack_id=pack_id, now=clock.now()  # type: ignore[attr-defined]
    )  # fmt: skip
    answer = HttpResponse(locked, content_type="text/html; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{file_name(found)}"'
    answer["Cache-Control"] = "no-store, private"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@requires(
    RecordClass.SETUP, get=Access.WRITE, post=Access.WRITE, duty=Duty.BREAK_GLASS, post_if=may_lock
)
def passphrase(request: HttpRequest, site_id: UUID) -> HttpResponse:
    """A fresh passphrase, shown once, to be written down and typed from the paper."""
    actor = request.actor  # type: ignore[attr-defined]
    site = site_for(actor, site_id)
    form = PassphraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_passphrase(
                actor=actor,
                site_id=site.pk,
                phrase=form.cleaned_data["phrase"],
                repeated=form.cleaned_data["repeated"],
                now=clock.now(),
            )
        except NotAllowed:
            raise
        except Refusal as refusal:
            say_no(form, refusal, {"passphrase_not_repeated": "repeated"})
        else:
            messages.success(request, _("Set. Put the paper into the sealed envelope now."))
            return redirect("desk:downtime")
    facts = {"form": form, "site": site}
    answer = render(request, f"{ROOM}/passphrase.html", facts, status=422 if form.errors else 200)
    answer["Cache-Control"] = "no-store, private"
    return answer
