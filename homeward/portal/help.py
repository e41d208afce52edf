"""Who answers when it is not okay right now."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.actors import CLIENT, Actor
from homeward.people.queries import team_of
from homeward.portal.own import Own
from homeward.program.models import Organisation, Site


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
    """The numbers of the house, and the name to ask for."""

    lines: tuple[Line, ...]
    counselor: str
    is_client: bool = False

    @classmethod
    def of(cls, actor: Actor) -> "Help":
        """The client's own site first; family gets the lines that everybody may call."""
        lines, counselor = [], ""
        if actor.kind == CLIENT:
            own = Own.of(actor)
            sites = [own.client.site]
            team = team_of(actor, own.client, clock.now())
            counselor = team[0].worker.name if team else ""
            lines = _lines_of(sites)
        organisation = Organisation.objects.first()
        if organisation and organisation.phone:
            lines.append(Line(_("The program, at any hour it is open"), organisation.phone))
        return cls(tuple(lines), counselor, actor.kind == CLIENT)


def _lines_of(sites: list[Site]) -> list[Line]:
    return [
        Line(_("Your program: ask for the counselor on call"), site.phone)
        for site in sites
        if site.phone
    ]
