"""What a site must know on paper for one day, from every record that exists today."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode, Hold
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.medications.queries import on_paper
from homeward.people.models import Contact, TeamMembership
from homeward.plans.models import Plan
from homeward.program.models import Site
from homeward.safety.models import SafetyPlan
from homeward.tasks.kinds import kind_of
from homeward.tasks.models import CareTask
from homeward.timetable.duty import shifts_of_days
from homeward.timetable.models import Seat
from homeward.timetable.queries import session_rows

GATHERING = Actor.of_service("downtime.pack")
PRESSING = (CareTask.Urgency.NOW, CareTask.Urgency.SAME_DAY)


@dataclass(frozen=True, slots=True)
class Person:
    """One client in care, with what matters when nothing else can be asked."""

    name: str
    called: str
    record_number: str
    born: str
    phone: str
    phase: str
    counselor: str
    allergies: str
    medications: str
    risks: tuple[str, ...]
    contacts: tuple[str, ...]
    is_listed: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """One session of the day with who is expected."""

    times: str
    name: str
    room: str
    leader: str
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """All a pack prints."""

    site: str
    day: str
    made: str
    sessions: tuple[Session, ...]
    people: tuple[Person, ...]
    on_duty: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Numbers that say nothing of anybody."""
        return {
            "sessions": len(self.sessions),
            "clients": len(self.people),
            "risks": sum(bool(each.risks) for each in self.people),
            "allergies": sum(bool(each.allergies) for each in self.people),
            "contacts": sum(bool(each.contacts) for each in self.people),
        }


def gathered(site: Site, now: datetime) -> Pack:
    """Everything for the site's present day; thirteen reads, however many clients."""
    zone = ZoneInfo(site.time_zone)
    local = now.astimezone(zone)
    people = tuple(_people(site, local.date()))
    return Pack(
        site=site.name,
        day=date_format(local, "l j F Y"),
        made=date_format(local, "H:i"),
        sessions=tuple(_sessions(site, local.date(), zone)),
        people=people,
        on_duty=tuple(_on_duty(site, local.date(), zone)),
        missing=tuple(_missing(people)),
    )


def _rows(model: Any, **where: Any) -> Any:
    return model.objects.for_actor(GATHERING, Purpose.OPERATIONS).filter(**where)


def _people(site: Site, today: date) -> Iterable[Person]:
    episodes = list(_rows(Episode, site=site, ended_at=None).select_related("client", "phase"))
    clients = [row.client_id for row in episodes]
    counselors = {
        row.client_id: row.worker.name
        for row in _rows(TeamMembership, client__in=clients, is_primary=True, ends_at=None)
        .select_related("worker")
    }  # fmt: skip
    plans = {
        row.client_id: row.medications
        for row in _rows(Plan, client__in=clients, state=Plan.State.ACTIVE)
    }
    contacts: dict[Any, list[str]] = defaultdict(list)
    for row in _rows(Contact, client__in=clients, kind=Contact.Kind.EMERGENCY).order_by("name"):
        said = ", ".join(filter(None, (row.name, row.relation, row.phone)))
        contacts[row.client_id].append(said)
    risks = _risks(clients)
    listed = on_paper(clients)
    for row in sorted(episodes, key=lambda each: each.client.name.rsplit(" ", 1)[-1].lower()):
        client = row.client
        medical = listed[client.pk]
        yield Person(
            name=client.name,
            called=client.preferred_name,
            record_number=client.chart_number,
            born=date_format(client.birth_date, "j M Y"),
            phone=client.phone,
            phase=f"{row.phase.name}, {row.level_code}",
            counselor=counselors.get(client.pk, ""),
            allergies=medical.allergies or client.allergies,
            medications=medical.medicines or plans.get(client.pk, ""),
            risks=tuple(risks.get(client.pk, ())),
            contacts=tuple(contacts.get(client.pk, ())),
            is_listed=medical.is_reconciled or bool(medical.medicines),
        )


def _risks(clients: list[Any]) -> dict[Any, list[str]]:
    found: dict[Any, list[str]] = defaultdict(list)
    duties = _rows(CareTask, client__in=clients, closed_at=None, urgency__in=PRESSING)
    for row in duties.select_related("owner").order_by("due_at"):
        found[row.client_id].append(
            _("%(what)s, with %(who)s") % {"what": kind_of(row.kind).words, "who": row.owner.name}
        )
    for row in _rows(Hold, client__in=clients, released_at=None).order_by("opened_at"):
        found[row.client_id].append(
            _("medical hold: %(what)s") % {"what": row.severity.replace("_", " ")}
        )
    for plan in _rows(SafetyPlan, client__in=clients, state=SafetyPlan.State.ACTIVE):
        found[plan.client_id].append(
            _("has a safety plan, version %(number)s") % {"number": plan.number}
        )
    return found


def _sessions(site: Site, today: date, zone: ZoneInfo) -> Iterable[Session]:
    rows = list(session_rows().filter(site=site, on=today, cancelled_at=None).order_by("starts_at"))
    seated: dict[Any, list[tuple[str, str]]] = defaultdict(list)
    seats = _rows(Seat, session__in=rows, released_at=None).select_related("client")
    for seat in seats:
        seated[seat.session_id].append((seat.client.name, seat.client.chart_number))
    for row in rows:
        begins, ends = row.starts_at.astimezone(zone), row.ends_at.astimezone(zone)
        yield Session(
            f"{begins:%H:%M}–{ends:%H:%M}",
            row.name,
            row.room.name if row.room else _("by telehealth"),
            ", ".join(each.worker.name for each in row.leaders.all()),
            tuple(sorted(seated[row.pk])),
        )


def _on_duty(site: Site, today: date, zone: ZoneInfo) -> Iterable[tuple[str, str]]:
    for shift in shifts_of_days(site.pk, [today]).get(today, []):
        begins, ends = shift.starts_at.astimezone(zone), shift.ends_at.astimezone(zone)
        yield f"{begins:%H:%M}–{ends:%H:%M}", shift.worker.name


def _missing(people: tuple[Person, ...]) -> Iterable[str]:
    """What this pack cannot know, said plainly."""
    unlisted = sum(not each.is_listed for each in people)
    if unlisted:
        yield _(
            "No reconciled list for %(count)s of %(all)s people: their medications are the words "
            "of the treatment plan. Ask the person, and look at the bottle."
        ) % {"count": unlisted, "all": len(people)}
    yield _(
        "Risks are open urgent duties, medical holds, and who has a safety plan. The plan itself "
        "is on the person's own phone or paper: ask for it."
    )
    without = sum(not each.contacts for each in people)
    if without:
        yield _("No emergency contact is on record for %(count)s of %(all)s people.") % {
            "count": without,
            "all": len(people),
        }
    unsaid = sum(not each.allergies for each in people)
    if unsaid:
        yield _(
            "For %(count)s of %(all)s people nothing is written about allergies. It does not mean "
            "that there are none."
        ) % {"count": unsaid, "all": len(people)}
