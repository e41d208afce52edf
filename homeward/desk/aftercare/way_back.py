"""What the page of somebody's way back prints."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.admissions.queries import open_inquiry_of
from homeward.aftercare.actions import may_bring_back
from homeward.aftercare.models import Comeback
from homeward.aftercare.returning import consents_to_renew, decision_for, last_discharge
from homeward.aftercare.rules.returning import NO, SAME, UPDATE
from homeward.consents.labels import KINDS
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act, Fact
from homeward.core.routes import policy_of
from homeward.desk.offered import is_offered
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.people.queries import contacts_of, reaches, team_of
from homeward.progress import words


@dataclass(frozen=True, slots=True)
class WayBackPage:
    """What is known already, the decision, and what is to do next."""

    title: str
    button: str
    may_return: bool
    decision: Decision
    known: tuple[Fact, ...]
    supports: tuple[Fact, ...]
    renewable: tuple[tuple[str, str], ...]
    came_back: str
    acts: tuple[Act, ...]

    @classmethod
    def of(cls, actor: Actor, client: Any, episode: Any, now: datetime) -> "WayBackPage":
        """As it stands now, as far as this reader may know each part."""
        decision = decision_for(episode, now)
        back = _last_comeback(actor, episode)
        is_same = decision.outcome == SAME
        return cls(
            title=_title(decision.outcome),
            button=_("Go on with the care") if is_same else _("Open the inquiry"),
            may_return=decision.outcome != NO
            and may_bring_back(actor)
            and is_offered(actor, "desk:way_back", client)
            and open_inquiry_of(client.pk) is None,
            decision=decision,
            known=tuple(_known(actor, episode, decision, now)),
            supports=tuple(
                Fact(contact.name, " · ".join(filter(None, (contact.relation, contact.agency))))
                for contact in contacts_of(actor, client)
            ),
            renewable=renewable(actor, client, now),
            came_back=_came_back(back),
            acts=tuple(_next(actor, client, back)) if back else (),
        )


def _title(outcome: str) -> str:
    """What comes next; where something stands before it, that and nothing else."""
    if outcome == NO:
        return _("Not now: something comes first")
    return _("The same episode goes on") if outcome == SAME else _("A new episode begins")


def renewable(actor: Actor, client: Any, now: datetime) -> tuple[tuple[str, str], ...]:
    """Consents that ended, as choices; none for who may not write them."""
    if not reaches(actor, client, RecordClass.CONSENTS, to=Access.WRITE):
        return ()
    return tuple((str(row.pk), _consent(row)) for row in consents_to_renew(actor, client, now))


def _consent(row: Any) -> str:
    whom = row.contact.name if row.contact else row.party.name if row.party else ""
    return " · ".join(filter(None, (str(KINDS.get(row.kind, row.kind)), whom)))


def _known(actor: Actor, episode: Any, decision: Decision, now: datetime) -> list[Fact]:
    discharge = last_discharge(episode.pk)
    team = ", ".join(member.worker.name for member in team_of(actor, episode.client, now))
    facts = [
        (_("Last in care"), f"{_day(episode.admitted_on)} – {_day(episode.ended_on)}"),
        (_("Phase then"), episode.phase.name),
        (_("Team"), team),
        (
            _("Assessment"),
            _("an update is enough")
            if decision.extras["assessment"] == UPDATE
            else _("a whole one, with what was told before filled in"),
        ),
    ]
    if discharge is not None and reaches(actor, episode.client, RecordClass.NOTES):
        facts.insert(1, (_("Ended as"), str(words.DISCHARGE_TYPES.get(discharge.type, ""))))
    return [Fact(term, value) for term, value in facts if value]


def _day(day: Any) -> str:
    return date_format(day, "j F Y") if day else _("still open")


def _last_comeback(actor: Actor, episode: Any) -> Comeback | None:
    rows = Comeback.objects.for_actor(actor, Purpose.TREATMENT).filter(episode_id=episode.pk)
    return rows.select_related("inquiry").order_by("-at").first()  # type: ignore[no-any-return]


def _came_back(row: Comeback | None) -> str:
    if row is None:
        return ""
    when = date_format(timezone.localtime(row.at), "j F Y, H:i")
    said = _("Came back on %(when)s into the same episode.")
    if row.way != SAME:
        said = _("Came back on %(when)s; the inquiry is on its way.")
    return said % {"when": when}


def _next(actor: Actor, client: Any, row: Comeback) -> list[Act]:
    """Where to go on, as far as the doors open for this reader."""
    wanted = [("desk:chart_schedule", _("Give seats"), client.pk)]
    if row.inquiry_id:
        wanted = [("desk:admissions_case", _("Go on with the admission"), row.inquiry_id)]
    else:
        wanted += [
            ("desk:assessments", _("Bring the assessment up to date"), client.pk),
            ("desk:chart_plan", _("Write the plan anew"), client.pk),
        ]
    return [
        Act(label, reverse(name, args=[ref]))
        for name, label, ref in wanted
        if policy_of(name).allows(actor, "GET")
    ]
