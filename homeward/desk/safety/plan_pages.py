"""A safety plan as it reads in the chart and on paper: its parts, who agreed, what came before."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.access import Access, may
from homeward.core.actors import Actor, knows_names
from homeward.core.components import Act
from homeward.desk.admissions.times import when
from homeward.desk.clients.reach import initials_for
from homeward.desk.safety.addresses import crisis_url
from homeward.desk.safety.plan_words import ALWAYS, SECTIONS
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.safety.models import CrisisNote, SafetyPlan, SafetyPlanAgreement
from homeward.safety.parts import parts_of
from homeward.safety.queries import crisis_notes_of, plan_draft, plans_of
from homeward.safety.shipped import shipped

SAID = {
    SafetyPlanAgreement.Meaning.CLIENT: gettext_lazy("%(name)s agreed, %(when)s"),
    SafetyPlanAgreement.Meaning.CLIENT_DECLINED: gettext_lazy(
        "%(name)s keeps it without signing, %(when)s"
    ),
    SafetyPlanAgreement.Meaning.STAFF: gettext_lazy("%(name)s was there and kept it, %(when)s"),
    SafetyPlanAgreement.Meaning.LOOKED_AT: gettext_lazy("gone through with %(name)s, %(when)s"),
}


@dataclass(frozen=True, slots=True)
class PartLine:
    """One line, with a number to press where there is one."""

    text: str
    phone: str = ""

    @property
    def dial(self) -> str:
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


@dataclass(frozen=True, slots=True)
class Part:
    """One part with its lines."""

    code: str
    title: str
    lines: tuple[PartLine, ...]


@dataclass(frozen=True, slots=True)
class PlanShown:
    """One version as it reads."""

    plan: SafetyPlan
    title: str
    parts: tuple[Part, ...]
    always: tuple[PartLine, ...]
    said: tuple[str, ...]
    review: str
    why: str
    print_url: str


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note about a crisis, in the list."""

    title: str
    sub: str
    state: str
    tone: str
    url: str


@dataclass(frozen=True, slots=True)
class SafetyTab:
    """The whole tab. `is_closed`: this person must give a reason first, or may not read it."""

    is_closed: bool
    plan: PlanShown | None
    draft_url: str
    draft_words: str
    before: tuple[Act, ...]
    notes: tuple[NoteLine, ...]
    may_write: bool
    crisis: Act | None
    report: Act | None

    @classmethod
    def of(cls, actor: Actor, client: Client) -> "SafetyTab":
        """What of it this person may read and do."""
        is_open = reaches(actor, client, RecordClass.ASSESSMENT)
        versions = plans_of(actor, client) if is_open else []
        in_force = next((row for row in versions if row.state == SafetyPlan.State.ACTIVE), None)
        draft = plan_draft(actor, client) if is_open else None
        presses = may(actor.roles, RecordClass.INCIDENTS, Access.WRITE)
        return cls(
            is_closed=not is_open,
            plan=plan_shown(actor, in_force) if in_force else None,
            draft_url=reverse("desk:safety_plan_write", args=[draft.pk]) if draft else "",
            draft_words=_("A new version was begun by %(name)s, saved %(when)s")
            % {"name": draft.made_with.name, "when": when(draft.saved_at)}
            if draft
            else "",
            before=tuple(_earlier(row) for row in versions if row is not in_force),
            notes=tuple(_note_line(row) for row in crisis_notes_of(actor, client)),
            may_write=reaches(actor, client, RecordClass.ASSESSMENT, to=Access.WRITE),
            crisis=Act(_("Crisis steps"), crisis_url(client.pk), "danger") if presses else None,
            report=Act(
                _("May this be reported?"), f"{reverse('desk:report_aid')}?client={client.pk}"
            )
            if presses
            else None,
        )


def plan_shown(actor: Actor, plan: SafetyPlan) -> PlanShown:
    """One version with who said what to it."""
    rows = SafetyPlanAgreement.objects.for_actor(actor, Purpose.TREATMENT).filter(plan=plan)
    return PlanShown(
        plan=plan,
        title=_("Version %(number)s, in force since %(when)s")
        % {"number": plan.number, "when": when(plan.active_at)},
        parts=parts_shown(plan),
        always=tuple(PartLine(str(text), number) for text, number in ALWAYS),
        said=(
            _("written together with %(name)s, %(when)s")
            % {"name": plan.made_with.name, "when": when(plan.saved_at)},
            *(
                str(SAID[SafetyPlanAgreement.Meaning(row.meaning)])
                % {"name": row.name, "when": when(row.at)}
                for row in rows.order_by("at", "created_at")
            ),
        ),
        review=date_format(plan.review_on, "D j F") if plan.review_on else "",
        why=plan.why,
        print_url=reverse("desk:safety_plan", args=[plan.pk]),
    )


@dataclass(frozen=True, slots=True)
class ClientShown:
    """Whose it is, as the reader may call them."""

    pk: UUID
    called: str
    initials: str


def client_shown(actor: Actor, client_id: UUID) -> ClientShown:
    """The client of a row in reach; by number for who knows people by number."""
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    client = rows.filter(pk=client_id).first()
    if client is None:
        return ClientShown(client_id, "", "")
    called = client.called if knows_names(actor) else client.chart_number
    return ClientShown(client_id, called, initials_for(actor, client))


def parts_shown(plan: SafetyPlan) -> tuple[Part, ...]:
    """The parts that say something, in the order of use."""
    return tuple(
        Part(code, str(SECTIONS[code][0]), tuple(PartLine(each.text, each.phone) for each in lines))
        for code, lines in parts_of(plan.parts).items()
    )


def _earlier(plan: SafetyPlan) -> Act:
    ended = date_format(plan.superseded_at, "j M Y") if plan.superseded_at else ""
    words = _("Version %(number)s, until %(day)s") % {"number": plan.number, "day": ended}
    return Act(words, reverse("desk:safety_plan", args=[plan.pk]))


def _note_line(note: CrisisNote) -> NoteLine:
    path = shipped().get(note.path_code)
    signed = note.signed_at is not None
    by = note.signed_by.name if note.signed_by else note.author.name
    return NoteLine(
        path.title if path else note.path_code,
        f"{when(note.started_at)} · {by}",
        _("signed") if signed else _("draft"),
        "done" if signed else "attention",
        reverse("desk:crisis_note", args=[note.pk]),
    )
