"""Personal codes, the number at the door, and the devices that take a code."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.attendance.models import Arrival, ArrivalCode, Kiosk
from homeward.core.actors import Actor
from homeward.core.crypto import digest_of
from homeward.kernel.purposes import Purpose
from homeward.program.models import Site

KIOSK = "kiosk"  # the kind of actor that a device at the door is
DIGITS = 6
# The number at the door changes; the one before it still holds, for whoever was typing.
NUMBER_LASTS = 300  # seconds
NUMBER_BELOW = 100_000
DOOR = Actor.of_service("attendance.door")


@dataclass(frozen=True, slots=True)
class Told:
    """A code as its owner is told it."""

    code: str

    @property
    def spaced(self) -> str:
        """In two halves, which are easier to keep in mind."""
        return f"{self.code[:3]} {self.code[3:]}"


def digest_of_code(code: str) -> str:
    """By what a code is found."""
    return digest_of(f"arrival code|{code}")


def fresh_code() -> str:
    """Six digits that nobody holds, and nobody would try first."""
    while True:
        code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        rows = ArrivalCode.objects.for_actor(DOOR, Purpose.OPERATIONS)
        held = rows.filter(digest=digest_of_code(code), ended_at=None)
        if len(set(code)) > 2 and not held.exists():
            return code


def code_for(actor: Actor, client_id: UUID) -> ArrivalCode | None:
    """The client's present code, within the actor's reach."""
    rows = ArrivalCode.objects.for_actor(actor, _purpose(actor))
    return rows.filter(client_id=client_id, ended_at=None).first()  # type: ignore[no-any-return]


def owner_of(code: str) -> ArrivalCode | None:
    """Whose code it is; None where nobody's."""
    rows = ArrivalCode.objects.for_actor(DOOR, Purpose.OPERATIONS)
    return rows.filter(digest=digest_of_code(code), ended_at=None).first()  # type: ignore[no-any-return]


def number_at_the_door(site_id: UUID, now: datetime, before: int = 0) -> str:
    """Five digits that only those who stand there can read; `before` periods ago."""
    period = int(now.timestamp()) // NUMBER_LASTS - before
    digest = digest_of(f"number at the door|{site_id}|{period}")
    return f"{int(digest[:12], 16) % NUMBER_BELOW:05}"


def site_with_number(number: str, now: datetime) -> Site | None:
    """The site at whose door the number stands now, or stood a moment ago."""
    for site in Site.objects.order_by("code"):
        held = {number_at_the_door(site.pk, now, before) for before in (0, 1)}
        if number in held:
            return site
    return None


def new_token() -> str:
    """The secret that a device keeps."""
    return secrets.token_urlsafe(32)


def digest_of_token(token: str) -> str:
    """By what a device is known."""
    return digest_of(f"kiosk|{token}")


def live_kiosk(token: str) -> Kiosk | None:
    """The device of that secret, unless it was ended."""
    rows = Kiosk.objects.select_related("site")
    return rows.filter(digest=digest_of_token(token), ended_at=None).first()


def waiting_at_the_door(actor: Actor, since: datetime) -> list[Arrival]:
    """Who said that they are here and could not be let in by the device, not seen by staff yet."""
    rows = Arrival.objects.for_actor(actor, Purpose.TREATMENT).filter(
        at__gte=since,
        seen_at=None,
        outcome__in=[Arrival.Outcome.ASK_COUNSELOR, Arrival.Outcome.NOTHING_PLANNED],
    )
    return list(rows.select_related("client", "site", "seat__session").order_by("at"))


def _purpose(actor: Actor) -> Purpose:
    return Purpose.CLIENT_REQUEST if actor.kind == "client" else Purpose.TREATMENT
