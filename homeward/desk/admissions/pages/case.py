"""One person on the way in: what was told, what is done, and the next right thing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions import queries
from homeward.admissions.models import AssessmentVisit, Inquiry
from homeward.admissions.prioritising import priority_now
from homeward.admissions.readiness import interim_plan_of, readiness
from homeward.admissions.rules.admission import stopping
from homeward.admissions.rules.availability import Stretch, days_that_fit, free_windows
from homeward.admissions.rules.pipeline import is_ended, is_legal
from homeward.admissions.words import CLOSINGS, OUTCOMES, PRIORITIES, RELATIONS, STATES
from homeward.consents.queries import active_consents
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Fact, Moment
from homeward.desk.admissions import choices
from homeward.desk.admissions.pages.admitting import in_words
from homeward.desk.admissions.pages.gates import HoldCard
from homeward.desk.admissions.pages.pipeline import limits_of
from homeward.desk.admissions.times import waited, when
from homeward.desk.measures.pages.scores import score_words, short_title
from homeward.desk.words import initials_of
from homeward.instruments.queries import latest_responses
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.packets.queries import open_papers_count
from homeward.people.models import Client
from homeward.placement.queries import current_placement, holds_of
from homeward.placement.words import LEVELS
from homeward.program.models import Track

SCREENING = ("phq9", "audit_c", "ciwa_ar", "cssrs_screener")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the way in: its standing in words, and what can be done now."""

    title: str
    words: str
    tag: str = ""
    tone: str = "neutral"
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """All the page of one inquiry prints."""

    inquiry: Inquiry
    client: Client | None
    name: str
    initials: str
    meta: str
    subline: str
    state: str
    is_over: bool
    danger: str
    may_call: bool
    is_first_call: bool
    call_words: str
    parts: tuple[Part, ...]
    told: tuple[Fact, ...]
    priority: Decision
    priority_words: str
    admission: Decision | None
    history: tuple[Moment, ...]
    closing: Act | None
    holds: tuple[HoldCard, ...]
    week: tuple[Fact, ...]

    @classmethod
    def of(cls, actor: Actor, inquiry: Inquiry, now: datetime) -> "Case":
        """One inquiry within reach; parts of the record only where the record is within reach."""
        client = _client(actor, inquiry)
        priority = priority_now(inquiry, now)
        over = is_ended(inquiry.state)
        name = (client.name if client else "") or inquiry.person_name or inquiry.caller_name
        admission = readiness(client, inquiry.program, now) if client and not over else None
        writes = may(actor.roles, RecordClass.INQUIRIES, Access.WRITE) and not over
        return cls(
            inquiry=inquiry,
            client=client,
            name=name,
            initials=initials_of(name),
            meta=" · ".join(filter(None, (inquiry.number, client.chart_number if client else ""))),
            subline=_("First call %(when)s") % {"when": when(inquiry.first_request_at)}
            if over
            else _("First call %(when)s · waiting %(time)s")
            % {
                "when": when(inquiry.first_request_at),
                "time": waited(inquiry.first_request_at, now),
            },
            state=str(STATES.get(inquiry.state, inquiry.state)),
            is_over=over,
            danger=_danger(inquiry),
            may_call=writes and inquiry.may_call_back is not False,
            is_first_call=inquiry.state == Inquiry.State.INQUIRY,
            call_words=_call_words(inquiry),
            parts=tuple(_parts(actor, inquiry, client, admission, writes)),
            told=tuple(_told(inquiry)),
            priority=priority,
            priority_words=" · ".join((str(PRIORITIES[priority.outcome]), *limits_of(priority))),
            admission=in_words(admission) if admission else None,
            history=tuple(_history(actor, inquiry)),
            closing=Act(
                _("End this inquiry"), reverse("desk:admissions_closing", args=[inquiry.pk])
            )
            if writes
            else None,
            holds=tuple(
                HoldCard.of(actor, hold)
                for hold in (queries.holds_of_client(actor, client) if client else ())
            ),
            week=tuple(_week(actor, inquiry)),
        )


def _week(actor: Actor, inquiry: Inquiry) -> Iterator[Fact]:
    """What fills the person's days, and when they are free."""
    days = dict(choices.WEEKDAYS)
    kinds = dict(choices.OBLIGATIONS)
    rows = queries.obligations_of(actor, inquiry)
    for row in rows:
        words = f"{row.starts:%H:%M}–{row.ends:%H:%M} {kinds.get(row.kind, row.kind)}"
        yield Fact(str(days[str(row.weekday)]), words)
    if not rows:
        return
    busy = [
        Stretch(
            row.weekday, row.starts.hour * 60 + row.starts.minute,
            row.ends.hour * 60 + row.ends.minute,
        )
        for row in rows
    ]  # fmt: skip
    windows = free_windows(busy)
    for track in Track.objects.filter(site=inquiry.site, program=inquiry.program):
        starts, ends = (each.hour * 60 + each.minute for each in (track.day_starts, track.day_ends))
        fits = days_that_fit(windows, starts, ends)
        words = ", ".join(str(days[str(day)]) for day in fits) or _("no day")
        yield Fact(_("%(track)s fits on") % {"track": track.name}, words)


def _client(actor: Actor, inquiry: Inquiry) -> Client | None:
    if inquiry.client_id is None:
        return None
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT)
    return rows.filter(pk=inquiry.client_id).first()  # type: ignore[no-any-return]


def _danger(inquiry: Inquiry) -> str:
    if inquiry.suicidal == "danger_now":
        return _(
            "In danger at the first call. Stay on the line, call 988 or 911 together, "
            "and tell a clinician now."
        )
    if inquiry.withdrawal_risk == "severe":
        return _("Severe withdrawal risk at the first call: a medical evaluation comes first.")
    return ""


def _call_words(inquiry: Inquiry) -> str:
    if inquiry.may_call_back is False:
        return _("Asked not to be called back.")
    if inquiry.may_leave_message is None:
        return _("%(phone)s · not asked about messages: leave none") % {"phone": inquiry.phone}
    if not inquiry.may_leave_message:
        return _("%(phone)s · leave no message") % {"phone": inquiry.phone}
    return _("%(phone)s · a message may be left as “%(name)s”") % {
        "phone": inquiry.phone,
        "name": inquiry.message_name or _("a private caller"),
    }


def _parts(
    actor: Actor,
    inquiry: Inquiry,
    client: Client | None,
    admission: Decision | None,
    writes: bool,
) -> Iterator[Part]:
    if client is None:
        open_record = Act(
            _("Start screening"), reverse("desk:admissions_screening", args=[inquiry.pk]), "primary"
        )
        may_open = writes and may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE)
        hidden = inquiry.client_id is not None
        yield Part(
            _("Client record"),
            _("Open, but you are not on this client's team.") if hidden else _("Not opened yet."),
            acts=(open_record,) if may_open and not hidden else (),
        )
        return
    # Clinical steps need the right to assess, not the desk's right to lead the inquiry.
    treats = may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE) and not is_ended(inquiry.state)
    yield Part(_("Client record"), f"{client.name} · {client.chart_number}", _("open"), "done")
    yield _questionnaires(actor, client)
    yield _medical(actor, inquiry, client, treats)
    yield _appointment(actor, inquiry, writes, treats)
    if may(actor.roles, RecordClass.CLAIMS, Access.WRITE):
        yield Part(
            _("Benefits"),
            _("What the payer says about this level of care."),
            acts=(
                Act(_("Record the answer"), reverse("desk:benefits_check", args=[client.pk])),
                Act(_("Estimate"), reverse("desk:benefits", args=[client.pk])),
            )
            if writes
            else (),
        )
    yield _placement(actor, client)
    yield _consents(actor, client)
    if may(actor.roles, RecordClass.CONSENTS, Access.READ):
        yield _packet(actor, client)
    yield _capacity(actor, client, treats)
    yield _meanwhile(inquiry, client, treats)
    yield _admission(actor, inquiry, admission, writes)


def _questionnaires(actor: Actor, client: Client) -> Part:
    answered = latest_responses(actor, client)
    acts, words, missing = [], [], False
    for name in SCREENING:
        response = answered.get(name)
        wanted = name in ("phq9", "audit_c") or (name == "cssrs_screener" and _asks_cssrs(answered))
        done = response is not None and response.is_handed_in
        missing = missing or (wanted and not done)
        if response is not None:
            words.append(score_words(response))
        url = reverse("desk:questionnaire", args=[client.pk, name])
        kind = "primary" if wanted and not done else "quiet"
        acts.append(Act(short_title(name), url, kind, about=_("questionnaire")))
    return Part(
        _("Questionnaires"),
        " · ".join(words)
        or _("PHQ-9 and AUDIT-C come first; CIWA-Ar where there was drinking lately."),
        _("to do") if missing else _("done"),
        "attention" if missing else "done",
        tuple(acts),
    )


def _medical(actor: Actor, inquiry: Inquiry, client: Client, treats: bool) -> Part:
    """The gate questions: how they stand, and the way to ask them."""
    rounds = queries.screenings_of(actor, client)
    held = [each for each in queries.holds_of_client(actor, client) if each.released_at is None]
    acts = []
    if treats:
        url = reverse("desk:admissions_gates", args=[inquiry.pk])
        acts.append(
            Act(_("Ask again") if rounds else _("Ask now"), url, "quiet" if rounds else "primary")
        )
        referrals = reverse("desk:referrals_of_client", args=[client.pk])
        acts.append(Act(_("Referrals"), referrals))
    if not rounds:
        words = _("Withdrawal, medical red flags, pregnancy: asked afresh, before admission.")
        return Part(
            _("Medical screening"), words, _("held") if held else _("to do"),
            "urgent" if held else "attention", tuple(acts),
        )  # fmt: skip
    newest = rounds[0]
    words = _("%(when)s by %(name)s: %(outcome)s") % {
        "when": when(newest.at),
        "name": newest.by.name if newest.by else "",
        "outcome": choices.SEVERITIES.get(newest.outcome, newest.outcome),
    }
    tone = "urgent" if held else "done" if newest.outcome == "clear" else "attention"
    label = _("held") if held else _("clear") if newest.outcome == "clear" else _("open")
    return Part(_("Medical screening"), words, label, tone, tuple(acts))


def _packet(actor: Actor, client: Client) -> Part:
    """The papers of the packet: how many are open, and the way to them."""
    left = open_papers_count(client.pk)
    words = (
        _("Every paper this client needs, with who signs it; due dates begin with the admission.")
        if left is None
        else _("Open papers: %(open)s. Each becomes a dated task at admission.") % {"open": left}
        if left
        else _("Every paper is signed or refused.")
    )
    url = reverse("desk:chart_packet", args=[client.pk])
    return Part(
        _("Packet"),
        words,
        "" if left is None else _("open") if left else _("done"),
        "done" if left == 0 else "attention",
        (Act(_("Prepare") if left is None else _("Open"), url, about=_("the packet")),),
    )


def _capacity(actor: Actor, client: Client, treats: bool) -> Part:
    found = queries.capacity_at(client, clock.now())
    words = {
        "presumed": _("Nobody saw a reason to doubt it."),
        "present": _("Recorded as present."),
        "impaired": _("Signs later, once somebody records it. Safety care does not wait."),
    }[found.state]
    if found.rests_on is not None:
        words = f"{words} {when(found.rests_on.at)} · {found.rests_on.by}"
    look = Act(_("Record"), reverse("desk:capacity_to_sign", args=[client.pk]), about=_("capacity"))
    asks = treats
    return Part(
        _("Capacity to sign"),
        words,
        "" if found.may_sign else _("signs later"),
        "neutral" if found.may_sign else "attention",
        (look,) if asks else (),
    )


def _meanwhile(inquiry: Inquiry, client: Client, treats: bool) -> Part:
    plan = interim_plan_of(client, inquiry)
    write = Act(
        _("Write it anew") if plan else _("Write it"),
        reverse("desk:admissions_interim_plan", args=[inquiry.pk]),
        about=_("the interim plan"),
    )
    return Part(
        _("Interim plan"),
        plan.first_services if plan else _("What begins right after admission; needed before it."),
        _("written") if plan else _("to do"),
        "done" if plan else "attention",
        (write,) if treats else (),
    )


def _asks_cssrs(answered: dict[str, Any]) -> bool:
    phq = answered.get("phq9")
    if phq is None:
        return False
    # Left open is not "no": it is asked as well.
    return (phq.is_handed_in and "9" not in phq.answers) or (phq.answers.get("9") or 0) >= 1


def _appointment(actor: Actor, inquiry: Inquiry, writes: bool, treats: bool) -> Part:
    rows = AssessmentVisit.objects.for_actor(actor, Purpose.TREATMENT).filter(inquiry=inquiry)
    visit = rows.select_related("worker").order_by("-starts_at").first()
    if visit is not None and visit.state == AssessmentVisit.State.PLANNED:
        words = _("%(when)s with %(name)s") % {
            "when": when(visit.starts_at),
            "name": visit.worker.name,
        }
        acts = (
            Act(
                _("Open the assessment"),
                reverse("desk:assessments", args=[inquiry.client_id]),
                "primary",
            ),
            Act(
                _("Record the interview"),
                reverse("desk:admissions_interview", args=[visit.pk]),
            ),
            Act(_("Did not take place"), reverse("desk:admissions_missed", args=[visit.pk])),
        )
        return Part(_("Assessment"), words, _("planned"), "info", acts if treats else ())
    if visit is not None and visit.state == AssessmentVisit.State.KEPT:
        words = _("%(when)s with %(name)s") % {
            "when": when(visit.started_at),
            "name": visit.worker.name,
        }
        return Part(_("Assessment"), words, _("kept"), "done")
    give = Act(_("Give an appointment"), reverse("desk:admissions_appointment", args=[inquiry.pk]))
    can = writes and is_legal(inquiry.state, Inquiry.State.ASSESSMENT_SCHEDULED)
    return Part(
        _("Assessment"),
        _("The last appointment did not take place.") if visit else _("No appointment yet."),
        acts=(give,) if can else (),
    )


def _placement(actor: Actor, client: Client) -> Part:
    placement = current_placement(actor, client)
    open_it = Act(_("Open"), reverse("desk:placement", args=[client.pk]), about=_("placement"))
    if placement is None:
        return Part(_("Placement"), _("Dimensions not rated yet."), acts=(open_it,))
    level = placement.provided_level or placement.indicated_level
    words = (
        f"{LEVELS[placement.edition].get(level, level)}, {level}" if level else _("Ratings begun")
    )
    holds = holds_of(placement)
    if holds:
        words = _("%(level)s · held until something happens first") % {"level": words}
    decided = placement.decided_at is not None
    return Part(
        _("Placement"),
        words,
        _("held") if holds else _("decided") if decided else _("draft"),
        "urgent" if holds else "done" if decided else "attention",
        (open_it,),
    )


def _consents(actor: Actor, client: Client) -> Part:
    kinds = {each.kind for each in active_consents(client, clock.now())}
    acts = [
        Act(
            label,
            reverse("desk:consent_signature", args=[client.pk, kind]),
            "primary" if first else "quiet",
        )
        for kind, label, first in (
            ("treatment", _("Sign treatment consent"), True),
            ("tpo", _("Sign treatment, payment, operations"), False),
        )
        if kind not in kinds
    ]
    acts.append(Act(_("All consents"), reverse("desk:chart_consents", args=[client.pk])))
    done = "treatment" in kinds
    return Part(
        _("Consents"),
        _("Treatment signed") if done else _("Consent to treatment is needed before admission."),
        _("signed") if done else _("to do"),
        "done" if done else "attention",
        tuple(acts),
    )


def _admission(actor: Actor, inquiry: Inquiry, decision: Decision | None, writes: bool) -> Part:
    url = reverse("desk:admissions_admission", args=[inquiry.pk])
    if inquiry.state == Inquiry.State.ADMITTED:
        return Part(_("Admission"), _("Admitted."), _("done"), "done")
    if is_ended(inquiry.state):
        return Part(_("Admission"), _("This inquiry ended without an admission."), _("ended"))
    stops = len(stopping(decision)) if decision else 0
    acts = [Act(_("Admit"), url, "primary" if not stops else "quiet")] if writes else []
    if writes and is_legal(inquiry.state, Inquiry.State.WAIT_LISTED):
        acts.append(
            Act(_("Wait for a seat"), reverse("desk:admissions_waiting", args=[inquiry.pk]))
        )
    if writes and (inquiry.is_pregnant or inquiry.injects):
        url = reverse("desk:admissions_interim", args=[inquiry.pk])
        acts.append(Act(_("Give a service meanwhile"), url))
    return Part(
        _("Admission"),
        _("Nothing stands in the way.") if decision and not stops else _("Not yet: see why below."),
        _("ready") if decision and not stops else _("not yet"),
        "done" if decision and not stops else "neutral",
        tuple(acts),
    )


def _told(inquiry: Inquiry) -> Iterator[Fact]:
    unknown = _("not asked")
    yes_no = {True: _("yes"), False: _("no"), None: unknown}
    yield Fact(
        _("Caller"), f"{inquiry.caller_name} · {RELATIONS.get(inquiry.relation, inquiry.relation)}"
    )
    yield Fact(_("Call back"), _call_words(inquiry))
    found = ", ".join(choices.words_of(choices.SUBSTANCES, code) for code in inquiry.substances)
    yield Fact(_("Substances"), found or unknown)
    yield Fact(
        _("Last use"),
        choices.words_of(choices.LAST_USE, inquiry.last_use) if inquiry.last_use else unknown,
    )
    yield Fact(_("Pregnant"), yes_no[inquiry.is_pregnant])
    yield Fact(_("Injects"), yes_no[inquiry.injects])
    yield Fact(_("Thoughts of suicide"), choices.words_of(choices.SUICIDAL, inquiry.suicidal))
    yield Fact(_("Withdrawal"), choices.words_of(choices.WITHDRAWAL, inquiry.withdrawal_risk))
    yield Fact(_("Payer"), inquiry.payer.name if inquiry.payer else unknown)
    if inquiry.note:
        yield Fact(_("In their words"), inquiry.note)


def _history(actor: Actor, inquiry: Inquiry) -> Iterator[Moment]:
    for step in reversed(queries.steps_of(actor, inquiry)):
        moved = step.from_state != step.to_state
        what = str(STATES.get(step.to_state, step.to_state)) if moved else _("Call back")
        code, _colon, rest = step.reason.partition(": ")
        reason = str(OUTCOMES.get(code) or CLOSINGS.get(code) or "")
        yield Moment(
            when=when(step.at),
            what=what,
            by=step.by.name if step.by else "",
            detail=" ".join(filter(None, (reason, rest))),
            machine_time=step.at.isoformat(),
        )
