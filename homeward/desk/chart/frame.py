"""The frame of every page of a client's record: who, where in the program, and the tabs.

    frame = chart_frame(request, client_id, tab="desk:chart_notes")

Raises Http404 when the client is out of reach. A role that must give a reason first still sees
the frame; the pages behind the tabs then show nothing until it is given. On a tab of `SLIM` a
role that knows a client by name alone (an auditor: by number) sees a frame that says no more.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.admissions.models import Episode
from homeward.admissions.queries import open_episode_of
from homeward.consents.queries import active_consents, consents_of
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor, knows_names
from homeward.core.components import Tab
from homeward.core.routes import policy_of
from homeward.desk.clients.reach import name_for
from homeward.desk.words import initials_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.diagnoses import diagnosis_words
from homeward.people.models import Client
from homeward.people.queries import glass_open, reaches, team_of

TABS = (
    ("desk:chart", gettext_lazy("Overview")),
    ("desk:chart_plan", gettext_lazy("Plan")),
    ("desk:chart_schedule", gettext_lazy("Schedule")),
    ("desk:chart_notes", gettext_lazy("Notes")),
    ("desk:chart_measures", gettext_lazy("Measures")),
    ("desk:chart_tests", gettext_lazy("Tests")),
    ("desk:chart_medical", gettext_lazy("Medical")),
    ("desk:chart_support", gettext_lazy("Daily life")),
    ("desk:chart_day", gettext_lazy("Day")),
    ("desk:chart_family", gettext_lazy("Family")),
    ("desk:chart_conduct", gettext_lazy("Conduct")),
    ("desk:chart_safety", gettext_lazy("Safety")),
    ("desk:chart_consents", gettext_lazy("Consents")),
    ("desk:chart_history", gettext_lazy("History")),
)
# Tabs that open to who knows the client in short.
SLIM = frozenset(
    {"desk:chart_schedule", "desk:chart_family", "desk:chart_consents", "desk:chart_doorway"}
)
# Billing reaches no client's consents as such, only those that name payment.
ASKING_TWICE = frozenset({"desk:chart_consents"})
VOICEMAIL = {
    "no_details": gettext_lazy("voicemail: no details"),
    "ok": gettext_lazy("voicemail: no details"),
    "never": gettext_lazy("no voicemail"),
}


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """What a chart page prints above its own content."""

    client: Client
    episode: Episode | None
    name: str
    initials: str
    meta: str
    lead: str
    allergies: str
    consents: str
    voicemail: str
    tabs: tuple[Tab, ...]
    print_initials: str
    record_number: str
    glass_until: str = ""


def reach_client(actor: Actor, client_id: UUID, to: Access = Access.READ) -> Client:
    """The client within reach, for reading or by name alone; raises Http404."""
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT, to=to)
    client = rows.select_related("site").filter(pk=client_id).first()
    if client is None:
        raise Http404
    return client  # type: ignore[no-any-return]


def chart_frame(
    request: HttpRequest, client_id: UUID, *, tab: str, by_name: bool = True
) -> ChartFrame:
    """The frame around one tab of one client's record.

    `by_name`: who knows the client in short may come as well, where the tab opens to them and
    they reach its class of record for this client; an empty page must not say "nothing there".
    """
    actor: Actor = request.actor  # type: ignore[attr-defined]
    try:
        client = reach_client(actor, client_id)
    except Http404:
        if tab not in SLIM or not by_name:
            raise
        return _slim_frame(actor, client_id, tab)
    now = clock.now()
    episode = open_episode_of(actor, client)
    consents = 0
    if may(actor.roles, RecordClass.CONSENTS, Access.READ):
        consents = len(active_consents(client, now, actor))
    # Both stand on the client's row and are medical all the same.
    knows_health = bool(client.diagnosis or client.allergies) and reaches(
        actor, client, RecordClass.MEDICAL, Access.MINIMAL
    )
    return ChartFrame(
        client=client,
        episode=episode,
        name=client.name,
        initials=initials_of(client.name),
        meta=_meta(client, clock.today(client.site.time_zone)),
        lead=_lead(actor, client, episode, now, client.diagnosis if knows_health else ""),
        allergies=client.allergies if knows_health else "",
        consents=ngettext("%d active consent", "%d active consents", consents) % consents
        if consents
        else "",
        voicemail=str(VOICEMAIL.get(client.voicemail, "")),
        tabs=tuple(_tabs(actor, client_id, tab)),
        print_initials=initials_of(client.name),
        record_number=client.chart_number,
        glass_until=_glass_until(actor, client, now),
    )


def _slim_frame(actor: Actor, client_id: UUID, tab: str) -> ChartFrame:
    """Who it is, and nothing more: for roles whose slice of the identity is a name."""
    client = reach_client(actor, client_id, Access.MINIMAL)
    if tab in ASKING_TWICE and not (
        reaches(actor, client, RecordClass.CONSENTS, Access.READ) or consents_of(actor, client)
    ):
        raise Http404
    initials = initials_of(client.name) if knows_names(actor) else ""
    return ChartFrame(
        client=client,
        episode=open_episode_of(actor, client),
        name=name_for(actor, client),
        initials=initials,
        meta=client.chart_number if knows_names(actor) else "",
        lead="",
        allergies="",
        consents="",
        voicemail="",
        tabs=tuple(each for each in _tabs(actor, client_id, tab) if each.current),
        print_initials=initials,
        record_number=client.chart_number,
    )


def _glass_until(actor: Actor, client: Client, now: Any) -> str:
    glass = glass_open(actor, client, now)
    if glass is None:
        return ""
    return date_format(glass.ends_at.astimezone(ZoneInfo(client.site.time_zone)), "H:i")


def _meta(client: Client, today: date) -> str:
    born = client.birth_date
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return " · ".join(filter(None, (client.pronouns, str(age), client.chart_number)))


def _lead(actor: Actor, client: Client, episode: Episode | None, now: Any, diagnosis: str) -> str:
    parts = []
    if episode:
        days = (clock.today(client.site.time_zone) - episode.admitted_on).days + 1
        parts.append(
            _("Day %(days)s · %(program)s, %(phase)s")
            % {
                "days": days,
                "program": episode.program.name,
                "phase": episode.phase.name,
            }
        )
        people = [
            _("%(name)s (primary)") % {"name": member.worker.name}
            if member.is_primary
            else member.worker.name
            for member in team_of(actor, client, now)[:2]
        ]
        parts.append(", ".join(people))
    else:
        parts.append(_("Not in the program now"))
    if diagnosis:
        parts.append(diagnosis_words(diagnosis))
    return " · ".join(filter(None, parts))


def _tabs(actor: Actor, client_id: UUID, current: str) -> list[Tab]:
    tabs = []
    for route, label in TABS:
        try:
            if policy_of(route).allows(actor, "GET"):
                url = reverse(route, args=[client_id])
                tabs.append(Tab(str(label), url, route == current))
        except (LookupError, NoReverseMatch):
            continue
    return tabs
