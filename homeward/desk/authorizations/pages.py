"""What one authorization prints, and its short form on the benefits page."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Fact, Moment
from homeward.coverage.authorizations import Authorization
from homeward.coverage.authorized import Standing, authorizations_of, standings
from homeward.coverage.rules.authorized import ALLOWING
from homeward.coverage.words import STATES, UNITS
from homeward.desk.admissions.times import when
from homeward.desk.authorizations import saying
from homeward.desk.authorizations.forms import AnswerForm, EndForm
from homeward.desk.clients.reach import name_for
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import State
from homeward.kernel.records import RecordClass
from homeward.progress.reviewer_call import may_take_call
from homeward.progress.table import kept_answers


@dataclass(frozen=True, slots=True)
class AuthorizationPage:
    """One authorization with its forms; a form is None where there is nothing to say."""

    row: Authorization
    title: str
    subline: str
    standing: str
    tone: str
    pressing: tuple[str, ...]
    facts: tuple[Fact, ...]
    history: tuple[Moment, ...]
    answer_form: AnswerForm | None
    end_form: EndForm | None
    next_url: str
    call_url: str
    benefits_url: str

    @classmethod
    def of(
        cls, actor: Actor, authorization_id: UUID, today: date, form: Any = None
    ) -> "AuthorizationPage":
        """As the actor may read it; Authorization.DoesNotExist out of reach."""
        rows = Authorization.objects.for_actor(actor, Purpose.PAYMENT)
        row = rows.select_related(
            "client", "coverage__payer", "asked_by", "answered_by", "ended_by", "follows"
        ).get(pk=authorization_id)
        (standing,) = standings([row], today)
        writes = may(actor.roles, RecordClass.CLAIMS, Access.WRITE)
        return cls(
            row=row,
            title=name_for(actor, row.client),
            subline=" · ".join((_("Authorization"), row.coverage.payer.name, saying.period(row))),
            standing=saying.standing_words(standing),
            tone=saying.TONES[standing.decision.outcome],
            pressing=saying.lines(standing.decision, State.NOT_MET)
            if row.state in ALLOWING
            else (),
            facts=_facts(row, standing),
            history=tuple(_history(row)),
            answer_form=_answer_form(row, form) if writes else None,
            end_form=_end_form(row, today, form) if writes else None,
            next_url=reverse("desk:authorization_new", args=[row.client_id]) if writes else "",
            call_url=reverse("desk:reviewer_call", args=[row.client_id])
            if may_take_call(actor) and writes and row.state in Authorization.OPEN
            else "",
            benefits_url=reverse("desk:benefits", args=[row.client_id]),
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One authorization among those of a client."""

    what: str
    sub: str
    standing: str
    tone: str
    act: Act | None


def lines_of(actor: Actor, client_id: UUID, today: date) -> tuple[Line, ...]:
    """Those of a client as far as the actor may read them, the newest first."""
    whole = may(actor.roles, RecordClass.CLAIMS, Access.READ)
    rows = authorizations_of(actor, client_id, Access.READ if whole else Access.MINIMAL)
    if not whole:
        kept = kept_answers(actor, client_id, [row.pk for row in rows])
        return tuple(
            Line(
                saying.level(row.level_code),
                " · ".join(filter(None, (
                    saying.period(row), "" if row.pk in kept else saying.units(row, None)
                ))),
                _("shown once the team has signed") if row.pk in kept else str(STATES[row.state]),
                "info", None,
            )
            for row in rows
        )  # fmt: skip
    return tuple(
        Line(
            " · ".join(filter(None, (saying.level(each.row.level_code), each.row.number))),
            " · ".join((saying.period(each.row), saying.units(each.row, each.left))),
            saying.standing_words(each), saying.TONES[each.decision.outcome],
            Act(_("Open"), reverse("desk:authorization", args=[each.row.pk]),
                about=saying.period(each.row)),
        )
        for each in standings(rows, today)
    )  # fmt: skip


def _facts(row: Authorization, standing: Standing) -> tuple[Fact, ...]:
    unsaid = _("not named")
    asked = "" if row.units_asked is None else str(row.units_asked)
    least = row.day_least_minutes
    facts = [
        Fact(_("Level of care"), row.level_code),
        Fact(_("Code of the service"), row.service_code, empty=unsaid),
        Fact(_("The payer's number"), row.number, empty=_("none yet")),
        Fact(_("Counted in"), str(UNITS[row.counted_in])),
        Fact(_("Asked for"), asked, empty=unsaid),
    ]
    if row.state in ALLOWING:
        facts += [
            Fact(_("Allowed"), saying.units(row, standing.left)),
            Fact(_("Least hours"), saying.hours(row.week_least_minutes), empty=unsaid),
            Fact(_("Most hours"), saying.hours(row.week_most_minutes), empty=unsaid),
            Fact(
                _("Least of a day"),
                "" if least is None else _("%(minutes)s min") % {"minutes": least},
                empty=_("the payer's usual minutes"),
            ),
        ]
    return (
        *facts,
        Fact(_("Next review"), saying.day(row.next_review_on), empty=unsaid),
        Fact(_("Spoken with"), row.reviewer, empty=unsaid),
        Fact(_("Note"), row.note, empty=_("none")),
    )


def _history(row: Authorization) -> list[Moment]:
    found = [Moment(when(row.asked_at), _("Asked for"), by=row.asked_by.name)]
    if row.follows_id:
        address = reverse("desk:authorization", args=[row.follows_id])
        found[0] = Moment(
            when(row.asked_at), _("Asked for, after the one before"), by=row.asked_by.name,
            url=address,
        )  # fmt: skip
    if row.answered_at:
        tone = "done" if row.state in ALLOWING else "attention"
        found.append(
            Moment(when(row.answered_at), str(STATES[row.state]), by=_name(row.answered_by),
                   tone=tone)
        )  # fmt: skip
    if row.ended_at:
        found.append(
            Moment(when(row.ended_at), _("Ended early"), by=_name(row.ended_by),
                   detail=row.ended_why, tone="attention")
        )  # fmt: skip
    return found[::-1]


def _name(worker: Any) -> str:
    return str(worker.name) if worker else ""


def _answer_form(row: Authorization, typed: Any) -> AnswerForm | None:
    if isinstance(typed, AnswerForm):
        return typed
    if row.state not in Authorization.OPEN:
        return None
    known = {
        "units": row.units_asked, "starts_on": row.starts_on, "last_on": row.last_on,
        "number": row.number,
    }  # fmt: skip
    return AnswerForm(version=row.version, initial=known, auto_id="answer_%s")


def _end_form(row: Authorization, today: date, typed: Any) -> EndForm | None:
    if isinstance(typed, EndForm):
        return typed
    if row.state not in ALLOWING or row.ended_at is not None or row.last_on < today:
        return None
    last = max(row.starts_on, min(today, row.last_on))
    return EndForm(version=row.version, initial={"last_on": last}, auto_id="end_%s")
