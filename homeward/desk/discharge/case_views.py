"""An administrative case, one safeguard a step."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.desk.chart.frame import reach_client
from homeward.desk.discharge.case_forms import FORMS, OpenCaseForm
from homeward.desk.discharge.case_pages import TITLES, CasePage
from homeward.desk.discharge.views import latest_episode
from homeward.desk.steps import answer_step, back_to
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.progress import actions, words
from homeward.progress.administrative import AdministrativeCase
from homeward.progress.cases import ended_case_of, open_case_of

ROOM = "desk/discharge"


@requires(RecordClass.NOTES, get=Access.READ, post=Access.SIGN, post_if=actions.may_discharge)
def case(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The open case with what is missing; without one, the form that opens it.

    After the discharge the case it stands on, for the appeal that still runs.
    """
    actor: Actor = request.actor  # type: ignore[attr-defined]
    reach_client(actor, client_id)
    episode = latest_episode(actor, client_id)
    found = open_case_of(actor, episode.pk)
    if found is None and episode.ended_at is not None:
        found = ended_case_of(actor, episode.pk)
    back = back_to(_("Back to the discharge"), reverse("desk:discharge", args=[client_id]))
    if found is not None and request.method != "POST":
        page = CasePage.of(found, episode, clock.now())
        return render(
            request, f"{ROOM}/case.html", {"page": page, "client": episode.client, "back": back}
        )
    if episode.ended_at is not None and request.method != "POST":
        return redirect(reverse("desk:discharge", args=[client_id]))
    here = reverse("desk:discharge_case", args=[client_id])
    return answer_step(
        request,
        OpenCaseForm(request.POST or None),
        template=f"{ROOM}/step.html",
        page={
            "title": _("Administrative discharge: the case"),
            "save": _("Open the case"),
            "client": episode.client,
            "back": back,
        },
        perform=lambda form: actions.open_case(
            actor=actor, episode_id=episode.pk, now=clock.now(),
            **form.values,  # type: ignore[attr-defined]
        ),
        done=_("The case is open. Nothing has ended."),
        then=here,
        refusal_words=words.refusal,
        fields={"not_use_alone": "stands_without_use"},
    )  # fmt: skip


@requires(RecordClass.NOTES, get=Access.READ, post=Access.READ)
def case_part(request: HttpRequest, administrative_case_id: UUID, part: str) -> HttpResponse:
    """One safeguard; who may take which step is the action's to say."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if part not in FORMS:
        raise Http404
    rows = AdministrativeCase.objects.for_actor(actor, Purpose.TREATMENT)
    found: AdministrativeCase = rows.select_related("client").get(pk=administrative_case_id)
    here = reverse("desk:discharge_case", args=[found.client_id])
    version = found.version if part == "drop" else None
    return answer_step(
        request,
        FORMS[part](request.POST or None, version=version),
        template=f"{ROOM}/step.html",
        page={
            "title": str(TITLES[part]),
            "save": _("Write it down"),
            "client": found.client,
            "back": back_to(_("Back to the case"), here),
        },
        perform=lambda form: _perform(part, actor, found.pk, form),
        done=_("It is written down."),
        then=here,
        refusal_words=words.refusal,
        fields={
            "step_of_conduct": "steps",
            "step_of_medicine": "steps",
            "step_words": "words",
            "no_appeal_same_hand": "appeal",
            "appeal_stands": "appeal",
        },
    )


def _perform(part: str, actor: Actor, case_id: UUID, form: ActionForm) -> Any:
    data = {key: value for key, value in form.cleaned_data.items() if key != "form_version"}
    about: dict[str, Any] = {"actor": actor, "case_id": case_id, "now": clock.now()}
    match part:
        case "step":
            return actions.add_case_step(
                **about, kind=data["steps"], on=data["on"], words=data["words"]
            )
        case "safety":
            return actions.review_case_safety(**about, **data)
        case "referral":
            return actions.offer_case_referral(**about, **data)
        case "notice":
            return actions.give_case_notice(**about, **data)
        case "answer":
            return actions.answer_case(**about, **data)
        case "appeal":
            return actions.decide_appeal(**about, **data)
        case _:
            return actions.drop_case(**about, expected_version=form.expected_version)
