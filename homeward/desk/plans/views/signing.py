"""Signatures under a plan, the talk about it, and its reviews."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward import audit
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.desk.admissions.views.small import small_page
from homeward.desk.plans.forms.parts import AnswerForm
from homeward.desk.plans.forms.signing import SignatureForm
from homeward.desk.plans.views.reach import back_to, plan_of
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.plans import actions
from homeward.plans.models import PlanComment, PlanSignature

Meaning = PlanSignature.Meaning
TITLES = {
    Meaning.AUTHOR: gettext_lazy("Sign the plan as its author"),
    Meaning.CLIENT: gettext_lazy("The client signs the plan"),
    Meaning.GUARDIAN: gettext_lazy("The guardian signs the plan"),
    Meaning.CLIENT_REFUSED: gettext_lazy("The client does not sign the plan"),
    Meaning.COSIGN: gettext_lazy("Co-sign the plan"),
    Meaning.PHYSICIAN: gettext_lazy("Sign the plan as the physician"),
}


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def plan_signature(request: HttpRequest, plan_id: UUID, meaning: str) -> HttpResponse:
    """One signature: the author's, the client's or guardian's, a refusal, a physician's."""
    if meaning not in TITLES or meaning == Meaning.COSIGN:
        raise Http404
    return _sign(request, plan_id, meaning)


@requires(RecordClass.ASSESSMENT, get=Access.APPROVE, post=Access.APPROVE)
def plan_cosignature(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """The co-signature of somebody who supervises the author."""
    return _sign(request, plan_id, Meaning.COSIGN)


def _sign(request: HttpRequest, plan_id: UUID, meaning: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = plan_of(actor, plan_id)
    form = SignatureForm(
        request.POST or None, meaning=meaning, request=request, version=plan.version
    )
    twins: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        data: dict[str, Any] = form.cleaned_data
        try:
            actions.sign_plan(
                actor=actor,
                plan_id=plan_id,
                meaning=meaning,
                signer_name=data.get("signer_name", ""),
                reason=data.get("reason", ""),
                expected_version=form.expected_version,
                now=clock.now(),
            )
        except Refusal as refusal:
            twins = getattr(refusal, "twins", ())
            fields = {"name_of_another": "signer_name", "refusal_needs_reason": "reason"}
            say_no(form, refusal, fields)
        else:
            messages.success(request, _("Recorded."))
            return redirect(back_to(plan).url)
    if form.is_bound and form.has_error("password", "wrong"):
        audit.record(
            "plans.plan.signature_refused", actor=actor, subject=plan, at=clock.now(),
            reason=meaning, permitted=False,
        )  # fmt: skip
    facts = {
        "form": form,
        "title": str(TITLES[Meaning(meaning)]),
        "lead": _(
            "Plan %(number)s as it stands now. A signature keeps its fingerprint and locks it."
        )
        % {"number": plan.number},
        "save": _("Record") if meaning == "client_refused" else _("Sign"),
        "back": back_to(plan),
        "twins": twins,
    }
    return render(request, "desk/plans/sign.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.ASSESSMENT, post=Access.WRITE)
def plan_sharing(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Give the draft to the client to read on their phone."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = plan_of(actor, plan_id)
    try:
        actions.share_plan(actor=actor, plan_id=plan_id, now=clock.now())
    except Refusal as refusal:
        messages.warning(request, " ".join(words_for(code) for code in refusal.codes))
    else:
        messages.success(request, _("The client can read it now and say what they think."))
    return redirect(back_to(plan).url)


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def plan_answer(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Answer what the client said about the plan."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = PlanComment.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    comment = rows.select_related("plan").get(pk=comment_id)
    return small_page(
        request,
        AnswerForm(request.POST or None),
        title=_("Answer the client"),
        lead=f"“{comment.text}”" if comment.text else "",
        save=_("Answer"),
        back=back_to(comment.plan),
        done=_("The client can read your answer."),
        fields={"comment_empty": "text"},
        perform=lambda data: actions.answer_comment(
            actor=actor, comment_id=comment_id, text=data["text"], now=clock.now()
        ),
    )
