"""The papers a client signed about sharing, in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.consents.models import Consent, Disclosure
from homeward.consents.paper import KINDS, PURPOSES, RECEIVERS, RECORDS, listed
from homeward.consents.queries import consents_of, status_of, world_for
from homeward.core.components import Fact, Moment
from homeward.kernel.purposes import Purpose
from homeward.portal.own import Own
from homeward.portal.waiting import papers_to_sign

STATUS = {
    "active": (gettext_lazy("in force"), "done"),
    "revoked": (gettext_lazy("taken back"), "neutral"),
    "expired": (gettext_lazy("ended"), "neutral"),
    "superseded": (gettext_lazy("replaced by a newer one"), "neutral"),
    "draft": (gettext_lazy("not signed yet"), "attention"),
    "defective": (gettext_lazy("not valid"), "attention"),
}
MOST_SENT = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One paper in the list."""

    title: str
    sub: str
    status: str
    tone: str
    url: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A paper that waits for a signature."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class ConsentsPage:
    """What I agreed to, what waits for me, and what left because of it."""

    waiting: tuple[Waiting, ...]
    lines: tuple[Line, ...]
    sent: tuple[Moment, ...]

    @classmethod
    def of(cls, own: Own) -> "ConsentsPage":
        """Newest signature first."""
        world = world_for(own.client)
        lines = []
        for row in consents_of(own.actor, own.client):
            words, tone = STATUS[status_of(row, world, own.now)]
            lines.append(Line(title_of(row), _sub(own, row), str(words), tone, _address(row.pk)))
        waiting = (
            Waiting(str(KINDS[kind]), reverse("portal:paper", args=[kind]))
            for kind in papers_to_sign(own)
        )
        return cls(tuple(waiting), tuple(lines), _sent(own))


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """One paper with its terms, and whether it can be taken back."""

    id: UUID
    title: str
    status: str
    tone: str
    facts: tuple[Fact, ...]
    may_end: bool
    version: int

    @classmethod
    def of(cls, own: Own, row: Consent) -> "ConsentPage":
        """The terms as they were signed."""
        status = status_of(row, world_for(own.client), own.now)
        words, tone = STATUS[status]
        return cls(
            row.pk,
            title_of(row),
            str(words),
            tone,
            _facts(own, row),
            status == "active",
            row.version,
        )


def title_of(row: Consent) -> str:
    """The kind of paper, and the person it names."""
    kind = str(KINDS.get(row.kind, row.kind))
    return f"{kind}: {row.contact.name}" if row.contact else kind


def _address(pk: UUID) -> str:
    return reverse("portal:consent", args=[pk])


def _sub(own: Own, row: Consent) -> str:
    if row.signed_at is None:
        return ""
    day = date_format(own.at_wall(row.signed_at), "DATE_FORMAT")
    return _("signed %(day)s") % {"day": day}


def _facts(own: Own, row: Consent) -> tuple[Fact, ...]:
    made = []
    if row.classes:
        made.append(Fact(_("What may be shared"), listed(row.classes, RECORDS)))
    made.append(Fact(_("With whom"), _receivers(row)))
    made.append(Fact(_("What for"), listed(row.purposes, PURPOSES)))
    if row.signed_at:
        made.append(Fact(_("Signed"), date_format(own.at_wall(row.signed_at), "DATETIME_FORMAT")))
    if row.expires_at:
        made.append(Fact(_("Ends"), date_format(own.at_wall(row.expires_at), "DATE_FORMAT")))
    elif row.expires_on_event:
        made.append(Fact(_("Ends"), _("with your discharge")))
    else:
        made.append(Fact(_("Ends"), _("when you take it back")))
    return tuple(made)


def _receivers(row: Consent) -> str:
    if row.contact:
        return row.contact.name
    codes: Sequence[str] = [str(each.get("id", "")) for each in row.recipients]
    return listed(codes, RECEIVERS) or _("the people who treat you here")


def _sent(own: Own) -> tuple[Moment, ...]:
    rows = Disclosure.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(client=own.client)
    return tuple(
        Moment(
            when=date_format(own.at_wall(row.at), "D j M Y H:i"),
            what=_what_left(row),
            by=row.recipient_name,
            machine_time=row.at.isoformat(),
        )
        for row in rows.order_by("-at")[:MOST_SENT]
    )


def _what_left(row: Disclosure) -> str:
    if row.effect == "deny":
        return _("Asked, and nothing was shown")
    return _("Was shown what you allowed")
