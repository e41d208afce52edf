"""The papers a client signed about sharing, in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.consents.models import Consent, ConsentRefusal
from homeward.consents.paper import KINDS, PURPOSES, RECEIVERS, RECORDS, listed
from homeward.consents.queries import consents_of, world_for
from homeward.consents.reading import through_words
from homeward.consents.standing import standing_of
from homeward.core.components import Fact
from homeward.kernel.purposes import Purpose
from homeward.portal.own import Own
from homeward.portal.papers import papers_waiting
from homeward.portal.waiting import papers_to_sign

STATUS = {
    "active": (gettext_lazy("in force"), "done"),
    "revoked": (gettext_lazy("taken back"), "neutral"),
    "expired": (gettext_lazy("ended"), "neutral"),
    "superseded": (gettext_lazy("replaced by a newer one"), "neutral"),
    "draft": (gettext_lazy("not signed yet"), "attention"),
    "defective": (gettext_lazy("not valid"), "attention"),
    "refused": (gettext_lazy("you said no"), "neutral"),
    "half": (gettext_lazy("waits for the second signature"), "attention"),
}

ENDINGS = {
    "discharge": gettext_lazy("with your discharge"),
    "case_closed": gettext_lazy("when your case ends"),
    "discharge_or_case_closed": gettext_lazy(
        "with your discharge or when your case ends, whichever is first"
    ),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One paper in the list: what it lets leave, to whom, how it stands and why."""

    title: str
    sub: str
    why: str
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
    """What I agreed to, and what waits for me."""

    waiting: tuple[Waiting, ...]
    lines: tuple[Line, ...]
    past: tuple[Line, ...]

    @classmethod
    def of(cls, own: Own) -> "ConsentsPage":
        """Newest signature first."""
        world = world_for(own.client, own.now)
        refused = refusals_of(own)
        lines: list[Line] = []
        past: list[Line] = []
        waiting = [
            Waiting(str(KINDS[kind]), reverse("portal:paper", args=[kind]))
            for kind in papers_to_sign(own)
        ]
        if papers_waiting(own.actor):
            waiting.append(Waiting(_("Papers of your admission"), reverse("portal:papers")))
        for row in consents_of(own.actor, own.client):
            stands = standing_of(row, world, own.now, refused.get(row.pk))
            if row.signed_at is None and stands.code == "draft":
                if row.offered_at is not None:
                    waiting.append(Waiting(title_of(row), reverse("portal:draft", args=[row.pk])))
                continue
            words, tone = STATUS[stands.code]
            line = Line(
                title_of(row), _sub(own, row), stands.why, str(words), tone, _address(row.pk)
            )
            (lines if stands.code in ("active", "half") else past).append(line)
        return cls(tuple(waiting), tuple(lines), tuple(past))


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """One paper with its terms, and whether it can be taken back."""

    id: UUID
    title: str
    status: str
    why: str
    tone: str
    facts: tuple[Fact, ...]
    may_end: bool
    version: int

    @classmethod
    def of(cls, own: Own, row: Consent) -> "ConsentPage":
        """The terms as they were signed."""
        refusal = refusals_of(own).get(row.pk)
        stands = standing_of(row, world_for(own.client, own.now), own.now, refusal)
        words, tone = STATUS[stands.code]
        return cls(
            row.pk,
            title_of(row),
            str(words),
            stands.why,
            tone,
            _facts(own, row),
            stands.code in ("active", "half"),
            row.version,
        )


def refusals_of(own: Own) -> dict[UUID | None, ConsentRefusal]:
    """What the client said no to, by draft."""
    rows = ConsentRefusal.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    return {row.draft_id: row for row in rows.filter(client_id=own.client.pk)}


def title_of(row: Consent) -> str:
    """The kind of paper, and the person it names."""
    kind = str(KINDS.get(row.kind, row.kind))
    named = row.contact or row.party
    return f"{kind}: {named.name}" if named else kind


def _address(pk: UUID) -> str:
    return reverse("portal:consent", args=[pk])


def _sub(own: Own, row: Consent) -> str:
    if not row.classes or row.kind == Consent.Kind.TREATMENT:
        return ""
    return f"{_receivers(row)}: {listed(row.classes, RECORDS)}"


def _facts(own: Own, row: Consent) -> tuple[Fact, ...]:
    made = []
    if row.classes:
        made.append(Fact(_("What may be shared"), listed(row.classes, RECORDS)))
    made.append(Fact(_("With whom"), _receivers(row)))
    made.append(Fact(_("What for"), listed(row.purposes, PURPOSES)))
    if row.signed_at:
        made.append(Fact(_("Signed"), date_format(own.at_wall(row.signed_at), "DATETIME_FORMAT")))
        if row.signer_authority == "guardian":
            who = ", ".join(filter(None, (row.signer_name, row.signer_relation)))
            made.append(Fact(_("Signed by"), who))
    if row.expires_at:
        made.append(Fact(_("Ends"), date_format(own.at_wall(row.expires_at), "DATE_FORMAT")))
    elif row.expires_on_event:
        made.append(Fact(_("Ends"), str(ENDINGS.get(row.expires_on_event, ENDINGS["discharge"]))))
    else:
        made.append(Fact(_("Ends"), _("when you take it back")))
    return tuple(made)


def _receivers(row: Consent) -> str:
    if named := row.contact or row.party:
        return through_words(row, str(named.name))
    codes: Sequence[str] = [str(each.get("id", "")) for each in row.recipients]
    return listed(codes, RECEIVERS) or _("the people who treat you here")
