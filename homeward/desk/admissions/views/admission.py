"""The admission itself."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions import actions
from homeward.admissions.readiness import interim_plan_of, readiness
from homeward.admissions.rules.admission import stopping
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.forms.admission import TEAM_ROLES, AdmissionForm
from homeward.desk.admissions.pages.admitting import in_words
from homeward.desk.admissions.reaching import assessor_of, diagnosis_found, inquiry_of
from homeward.desk.refusing import say_no
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.program.models import Track
from homeward.staff.queries import workers_with_role


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def admission(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """Admit, or read every reason why not yet."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    inquiry = inquiry_of(actor, inquiry_id)
    client = inquiry.client
    if client is None:
        raise Http404
    now = clock.now()
    today = clock.today(inquiry.site.time_zone)

    def people(role: Role) -> list[object]:
        return list(workers_with_role(role, today, site_id=inquiry.site_id).order_by("name"))

    form = AdmissionForm(
        request.POST or None,
        tracks=Track.objects.filter(program=inquiry.program, site=inquiry.site).order_by(
            "day_starts"
        ),
        counselors=people(Role.COUNSELOR),
        staff={role: people(role) for role in TEAM_ROLES},
        has_interim_plan=interim_plan_of(client, inquiry) is not None,
        initial={
            "track_id": str(inquiry.wanted_track_id or ""),
            # Whoever assessed them knows them already; another name is one key away.
            "primary_counselor_id": assessor_of(actor, inquiry),
            "diagnosis": diagnosis_found(actor, client),
        },
    )
    decision = readiness(client, inquiry.program, now)
    if request.method == "POST" and form.is_valid():
        try:
            actions.admit_client(actor=actor, client_id=client.pk, now=now, **form.told())
        except actions.NotAdmittable as refusal:
            decision = refusal.decision
            say_no(form, refusal, {"interim_plan_ready": "interim_plan"})
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            messages.success(
                request, _("Admitted. The initial plan waits for the primary counselor.")
            )
            return redirect("desk:admissions_case", inquiry_id)
    facts = {
        "form": form,
        "inquiry": inquiry,
        "client": client,
        "decision": in_words(decision),
        "stops": stopping(decision),
        "back": Act(_("Back to the way in"), reverse("desk:admissions_case", args=[inquiry_id])),
    }
    status = 422 if form.errors else 200
    return render(request, "desk/admissions/admission.html", facts, status=status)
