"""What the crisis screens print: where it stands, one step, its clock, and what came of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act, Moment, Tab
from homeward.core.forms import ActionForm
from homeward.core.routes import policy_of
from homeward.desk.clients.reach import short_name_for
from homeward.desk.words import role_words
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.program.models import Site
from homeward.safety.ending import Course, course_of
from homeward.safety.models import CrisisRun
from homeward.safety.on_duty import Colleague, colleagues_on_duty
from homeward.safety.queries import open_runs
from homeward.safety.reaching import stamps_of
from homeward.safety.rules.path import Running, Step
from homeward.safety.shipped import shipped

LINES = {
    "911": (gettext_lazy("Call 911"), "tel:911"),
    "988": (gettext_lazy("Call 988"), "tel:988"),
}


@dataclass(frozen=True, slots=True)
class PathButton:
    """One way to begin."""

    code: str
    title: str
    lead: str
    form: ActionForm


@dataclass(frozen=True, slots=True)
class OpenRun:
    """A crisis that goes on, to be taken up."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class CrisisPage:
    """Four paths, and what goes on already."""

    buttons: tuple[PathButton, ...]
    going_on: tuple[OpenRun, ...]
    site: Site
    sites: tuple[Tab, ...]
    about: str
    client_id: str
    first: str
    happened: tuple[Act, ...]

    @classmethod
    def of(
        cls, actor: Actor, site: Site, sites: Iterable[Site], client: Client | None, first: str
    ) -> "CrisisPage":
        """`first` is the path that what led here suggests; it stands on top."""
        order = sorted(shipped().values(), key=lambda path: path.code != first)
        here = reverse("desk:crisis")
        asked = f"&client={client.pk}" if client else ""
        found = list(sites)
        return cls(
            tuple(PathButton(each.code, each.title, each.lead, ActionForm()) for each in order),
            tuple(OpenRun(run_words(run), run_url(run)) for run in open_runs(actor)),
            site,
            tuple(Tab(each.name, f"{here}?site={each.code}{asked}", each == site) for each in found)
            if len(found) > 1
            else (),
            short_name_for(actor, client) if client else "",
            str(client.pk) if client else "",
            first,
            tuple(_happened(actor, site, client)),
        )


@dataclass(frozen=True, slots=True)
class ClockShown:
    """The clock beside a step, on the wall and as instants for the counting."""

    words: str
    wall: str
    from_at: str
    due_at: str
    tone: str


@dataclass(frozen=True, slots=True)
class CallTo:
    """Somebody to call: a line one can press, or who is on duty."""

    label: str
    href: str = ""
    sub: str = ""


@dataclass(frozen=True, slots=True)
class AnswerButton:
    """One answer to press; each is a form of its own, so that it works without scripts."""

    code: str
    words: str
    ends: bool


@dataclass(frozen=True, slots=True)
class RunPage:
    """One crisis: the step now, or what came of it."""

    run: CrisisRun
    title: str
    subline: str
    started_at: str
    now: str
    number: str
    step: Step | None
    clock: ClockShown | None
    calls: tuple[CallTo, ...]
    answers: tuple[AnswerButton, ...]
    form: ActionForm
    opens: Act | None
    off: tuple[tuple[str, str], ...]
    moments: tuple[Moment, ...]
    who: str
    who_url: str
    after: tuple[Act, ...]
    ended: str
    incident: str

    @classmethod
    def of(
        cls,
        actor: Actor,
        run: CrisisRun,
        now: datetime,
        *,
        after: tuple[Act, ...] = (),
        incident: str = "",
    ) -> "RunPage":
        """The page of a run the actor reached; `after` is what opened at its end."""
        course = course_of(run, now)
        zone = ZoneInfo(run.site.time_zone)
        step = None if run.ended_at else course.stands.step
        outcome = course.path.outcome(run.outcome)
        return cls(
            run=run,
            title=course.path.title,
            subline=_("since %(time)s · %(place)s")
            % {
                "time": f"{run.started_at.astimezone(zone):%H:%M}",
                "place": run.place or run.site.name,
            },
            started_at=run.started_at.isoformat(),
            now=now.isoformat(),
            number=_("step %(number)s") % {"number": len(course.stands.done) + 1},
            step=step,
            clock=_clock(course.stands.clock, zone) if step else None,
            calls=_calls(step, run.site, now) if step else (),
            answers=tuple(
                AnswerButton(each.code, each.words, bool(each.ends)) for each in step.answers
            )
            if step
            else (),
            form=ActionForm(),
            opens=_opens(step, run) if step else None,
            off=tuple((each.code, each.words) for each in course.path.outcomes if each.anytime),
            moments=_moments(course, zone),
            who=_who(actor, run),
            who_url=reverse("desk:crisis_who", args=[run.pk]),
            after=after,
            ended=outcome.words if outcome else "",
            incident=incident,
        )


def run_url(run: CrisisRun) -> str:
    """Where one goes on with it."""
    return reverse("desk:crisis_run", args=[run.pk])


def run_words(run: CrisisRun) -> str:
    """What goes on, where, since when. It names nobody: other people see this screen."""
    zone = ZoneInfo(run.site.time_zone)
    path = shipped().get(run.code)
    return _("%(what)s · %(place)s · since %(time)s") % {
        "what": path.title if path else run.code,
        "place": run.place or run.site.name,
        "time": f"{run.started_at.astimezone(zone):%H:%M}",
    }


def clients_to_choose(actor: Actor, site: Site) -> list[Client]:
    """Clients of the site the actor knows at least by name, by name."""
    rows = Client.objects.for_actor(actor, Purpose.EMERGENCY, to=Access.MINIMAL)
    return list(rows.filter(site=site).order_by("name", "pk")[:400])


def _happened(actor: Actor, site: Site, client: Client | None) -> Iterator[Act]:
    """Where something that is over, or no crisis, is written down."""
    asked = f"?site={site.code}" + (f"&client={client.pk}" if client else "")
    yield Act(_("Write an incident down"), reverse("desk:incident_new") + asked, "primary")
    if client is not None and policy_of("desk:conduct_event_new").allows(actor, "GET"):
        event = reverse("desk:conduct_event_new", args=[client.pk])
        yield Act(_("An event in their record"), event)
    yield Act(_("May this be reported?"), reverse("desk:report_aid") + asked)


def _clock(running: Running | None, zone: ZoneInfo) -> ClockShown | None:
    if running is None:
        return None
    tone = "urgent" if running.is_late else "attention" if running.is_due else "neutral"
    until = f"{running.due_at.astimezone(zone):%H:%M}"
    since = f"{running.from_at.astimezone(zone):%H:%M}"
    return ClockShown(
        running.words,
        _("from %(since)s, by %(until)s") % {"since": since, "until": until},
        running.from_at.isoformat(),
        running.due_at.isoformat(),
        tone,
    )


def _calls(step: Step, site: Site, now: datetime) -> tuple[CallTo, ...]:
    found: list[CallTo] = []
    for code in step.call:
        if code in LINES:
            label, href = LINES[code]
            found.append(CallTo(str(label), href))
    if "on_duty" in step.call:
        people = colleagues_on_duty(site, now)
        found += [CallTo(each.name, sub=_role(each)) for each in people[:5]]
        if not people:
            found.append(CallTo(_("Nobody stands on the duty list now"), sub=site.phone))
    return tuple(found)


def _role(each: Colleague) -> str:
    role = role_words(each.role)
    return f"{role} · {_('naloxone')}" if each.gives_naloxone else role


def _opens(step: Step, run: CrisisRun) -> Act | None:
    if step.opens == "safety_plan" and run.client_id is not None:
        return Act(_("Open the safety plan"), reverse("desk:chart_safety", args=[run.client_id]))
    if step.opens == "duty_to_report":
        asked = f"?matter=impaired_driving&site={run.site.code}"
        return Act(_("What may be said, and why"), reverse("desk:report_aid") + asked)
    return None


def _moments(course: Course, zone: ZoneInfo) -> tuple[Moment, ...]:
    names = {row.step: row.by.name for row in stamps_of(course.run)}
    return tuple(
        Moment(
            f"{each.at.astimezone(zone):%H:%M:%S}",
            each.step.title,
            names.get(each.step.code, ""),
            each.answer.words,
            machine_time=each.at.isoformat(),
        )
        for each in course.stands.done
    )


def _who(actor: Actor, run: CrisisRun) -> str:
    """Whom it is about, as far as this person may know; a client out of their reach is a client."""
    if run.client_id is None:
        return run.who_words
    name = known_name(actor, run.client_id)
    return name or _("a client of the program")


def known_client(actor: Actor, text: str) -> Client | None:
    """The client an address names, as far as the actor knows them; None for anything else."""
    try:
        key = UUID(text)
    except ValueError:
        return None
    rows = Client.objects.for_actor(actor, Purpose.EMERGENCY, to=Access.MINIMAL)
    return rows.filter(pk=key).first()  # type: ignore[no-any-return]


def known_name(actor: Actor, client_id: UUID) -> str:
    """What this person may call the client; "" out of reach."""
    rows = Client.objects.for_actor(actor, Purpose.EMERGENCY, to=Access.MINIMAL)
    client = rows.filter(pk=client_id).first()
    return short_name_for(actor, client) if client else ""
