"""Who answers when it is not okay right now: own people, who is on duty, then the house."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.actors import CLIENT, Actor
from homeward.dayplans.kept_away import kept_away
from homeward.dayplans.models import OwnThing
from homeward.dayplans.queries import list_of
from homeward.kernel.purposes import Purpose
from homeward.people.queries import team_of
from homeward.portal.on_duty import AnswersNow
from homeward.portal.own import Own
from homeward.program.models import Organisation, Site
from homeward.safety.models import SafetyPlan
from homeward.safety.parts import parts_of

MOST_PEOPLE = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A number to call with who answers there."""

    name: str
    number: str

    @property
    def dial(self) -> str:
        return "".join(sign for sign in self.number if sign.isdigit() or sign == "+")


@dataclass(frozen=True, slots=True)
class Help:
    """The client's own people, who answers now, the numbers of the house, and the counselor."""

    lines: tuple[Line, ...]
    counselor: str
    is_client: bool = False
    people: tuple[Line, ...] = ()
    now: AnswersNow | None = None
    duty_line: Line | None = None

    @classmethod
    def of(cls, actor: Actor) -> "Help":
        """The client's own site first; family gets the lines that everybody may call."""
        organisation = Organisation.objects.first()
        house = _house_lines(organisation)
        if actor.kind != CLIENT:
            return cls(house, "")
        own = Own.of(actor)
        team = team_of(actor, own.client, clock.now())
        now, site = AnswersNow.of(own), own.client.site
        phone = site.phone or (organisation.phone if organisation else "")
        return cls(
            (*site_lines(site), *(line for line in house if line.number != site.phone)),
            team[0].worker.name if team else "",
            is_client=True,
            people=_people_of(own),
            now=now,
            duty_line=Line(now.names, phone) if now.is_somebody_there and phone else None,
        )


def site_lines(site: Site) -> tuple[Line, ...]:
    """The number of a site, which answers while somebody is there."""
    return (Line(_("Your program, when somebody is there"), site.phone),) if site.phone else ()


def _house_lines(organisation: Organisation | None) -> tuple[Line, ...]:
    if organisation is None or not organisation.phone:
        return ()
    return (Line(_("The program, at any hour it is open"), organisation.phone),)


def _people_of(own: Own) -> tuple[Line, ...]:
    """Whom the client wrote down to call: in the safety plan first, then on their own list.

    Each number once; nobody whom a flag or a restriction names, as nowhere else in the house.
    """
    rows = SafetyPlan.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    plan = rows.filter(client=own.client, state=SafetyPlan.State.ACTIVE).first()
    written = parts_of(plan.parts).get("people", ()) if plan else ()
    asked = [OwnThing(kind="person", label=each.text, phone=each.phone) for each in written]
    asked += [each for each in list_of(own.actor, own.client.pk) if each.kind == "person"]
    away = kept_away(own.client.pk, asked, own.now)
    found: dict[str, Line] = {}
    for each in asked:
        line = Line(each.label, each.phone)
        if line.dial and str(each.pk) not in away:
            found.setdefault(line.dial, line)
    return tuple(found.values())[:MOST_PEOPLE]
