"""May this be reported? The answer with its sources, a sheet to hold, where to write it down."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor, knows_names
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.core.refusals import Refusal, StaleVersion
from homeward.desk.admissions.times import when
from homeward.desk.medical.house import sites_of
from homeward.desk.refusing import say_no
from homeward.desk.safety.crisis_pages import known_client, known_name
from homeward.desk.safety.report_forms import ReportForm
from homeward.desk.safety.report_words import MATTERS, OUTCOMES, SAYING, STANDS, TO, WAYS
from homeward.kernel.reasons import Decision, State, decision_from_json
from homeward.kernel.records import RecordClass
from homeward.safety import actions
from homeward.safety.actions.reports import reads_consents
from homeward.safety.models import ReportDecision
from homeward.safety.queries import decision_for, own_decisions


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answer as a sheet: to whom, what may be said, what not, why, and the next step."""

    matter: str
    title: str
    lead: str
    tone: str
    to: str
    may: tuple[str, ...]
    never: tuple[str, ...]
    decision: Decision
    by: str
    version: str
    client: str
    words: str
    next: Act | None
    ways: tuple[tuple[str, str, str], ...]


@requires(RecordClass.INCIDENTS, get=Access.WRITE, post=Access.WRITE)
def report_aid(request: HttpRequest) -> HttpResponse:
    """What there is to report, and a few questions; the answer is kept."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    sites = sites_of(actor)
    if not sites:
        raise Http404
    said = request.POST if request.method == "POST" else request.GET
    client = known_client(actor, said.get("client", ""))
    asked = said.get("site", "")
    site = next((each for each in sites if each.code == asked), sites[0])
    if client is not None:
        site = next((each for each in sites if each.pk == client.site_id), site)
    form = ReportForm(
        request.POST or None,
        with_party=client is not None and reads_consents(actor, client),
        initial={"matter": request.GET.get("matter", "")},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            row = actions.decide_report(
                actor=actor,
                site_id=site.pk,
                matter=data["matter"],
                client_id=client.pk if client else None,
                party_id=UUID(data["party_id"]) if data.get("party_id") else None,
                words=data["words"],
                now=clock.now(),
                **form.known(),
            )
        except StaleVersion:
            raise
        except Refusal as refusal:
            say_no(form, refusal, {"matter_unknown": "matter"})
        else:
            return redirect("desk:report_decision", row.pk)
    since = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    facts = {
        "form": form,
        "site": site,
        "client_id": str(client.pk) if client else "",
        "client": known_name(actor, client.pk) if client else "",
        "asks_team": client is not None and "party_id" not in form.fields,
        "earlier": [
            Act(_sentence(row), reverse("desk:report_decision", args=[row.pk]))
            for row in own_decisions(actor, since)
        ],
    }
    status = 422 if form.errors else 200
    return render(request, "desk/safety/report.html", facts, status=status)


@requires(RecordClass.INCIDENTS, get=Access.WRITE)
def report_decision(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """One decision, for whoever made it; who reads incidents reads it in its own list."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = decision_for(actor, decision_id)
    return render(request, "desk/safety/decision.html", {"page": sheet_of(actor, row)})


def sheet_of(actor: Actor, row: ReportDecision) -> Sheet:
    """The sheet of a stored decision, by the rules that gave it."""
    decision = decision_from_json(row.decision)
    title, lead, tone = OUTCOMES[row.outcome]
    extras = decision.extras
    return Sheet(
        matter=str(MATTERS[row.matter]),
        title=str(title),
        lead=str(lead),
        tone=tone,
        to=str(TO[extras["to"]]),
        may=tuple(str(SAYING[code]) for code in extras["may"]),
        never=tuple(str(SAYING[code]) for code in extras["never"]),
        decision=decision,
        by=_("%(name)s, %(when)s") % {"name": row.decided_by.name, "when": when(row.decided_at)},
        version=f"{row.rule_set} {row.rule_version}",
        client=known_name(actor, row.client_id) if row.client_id else "",
        words=row.words,
        next=_next(actor, row, str(extras["path"])),
        ways=_ways(decision),
    )


def _ways(decision: Decision) -> tuple[tuple[str, str, str], ...]:
    """Consent, emergency, order, and a report that names nobody; nothing where the law excepts."""
    exception, *ways = decision.reasons
    if exception.state is State.MET:
        return ()
    told = ((WAYS[line.code], *STANDS[line.state]) for line in ways)
    return tuple((str(words), str(stands), tone) for words, stands, tone in told)


def _next(actor: Actor, row: ReportDecision, path: str) -> Act | None:
    """Where the telling itself is decided again and logged."""
    if path == "legal":
        return Act(_("Police and courts: what to do"), reverse("desk:legal_script"), "primary")
    if row.client_id is None or not known_name(actor, row.client_id):
        return None
    if path == "emergency" and may(actor.roles, RecordClass.CONSENTS, Access.WRITE):
        url = reverse("desk:emergency_disclosure", args=[row.client_id])
        return Act(_("Write the four things down"), url, "primary")
    if path == "disclosure" and knows_names(actor):
        url = reverse("desk:disclosure_new", args=[row.client_id])
        return Act(_("Tell it, and log it first"), url, "primary")
    return None


def _sentence(row: ReportDecision) -> str:
    return f"{when(row.decided_at)} · {MATTERS[row.matter]}"
