"""A payer's no: its clocks, the steps against it, and at which level care goes on."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Fact, Moment
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.clients.reach import name_for
from homeward.desk.reviews.forms import ProvidedForm, StepForm
from homeward.kernel.records import RecordClass
from homeward.program.models import Phase
from homeward.progress import actions, words, words_of_reviews
from homeward.progress.payer_answers import NotSignedYet
from homeward.progress.review_queries import at_wall, denial_for, steps_of
from homeward.progress.review_records import DenialStep, LevelDenial

ROOM = "desk/reviews"
A_MINUTE = timedelta(minutes=1)
FIELDS = {"to_phase": "to_phase", "from_day": "from_day", "reason": "reason"}


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.READ, post_if=actions.may_decide)
def denial(request: HttpRequest, denial_id: UUID) -> HttpResponse:
    """One of them; sending says at which level care goes on. Before the table has signed, its
    own card comes first."""
    try:
        row = denial_for(_actor(request), denial_id)
    except NotSignedYet:
        return _sign_first(request)
    form = _provided_form(row, request.POST or None)
    if request.method == "POST" and _did(
        form,
        lambda: actions.provide_level(
            actor=_actor(request), denial_id=row.pk, now=clock.now(),
            level=row.episode.level_code, why=form.cleaned_data["reason"],
            to_phase_id=UUID(chosen) if (chosen := form.cleaned_data["to_phase"]) else None,
            from_day=form.cleaned_data["from_day"], expected_version=form.expected_version,
        ),
    ):  # fmt: skip
        messages.success(request, _("Written down. The team’s recommendation stands."))
        return redirect("desk:denial", denial_id)
    return _shown(request, row, provided=form)


@requires(RecordClass.ASSESSMENT, post=Access.READ, post_if=actions.may_decide)
def denial_step(request: HttpRequest, denial_id: UUID) -> HttpResponse:
    """A talk, an appeal or an outside review is written down."""
    try:
        row = denial_for(_actor(request), denial_id)
    except NotSignedYet:
        return _sign_first(request)
    form = StepForm(request.POST, auto_id="step_%s")
    if _did(
        form,
        lambda: actions.take_denial_step(
            actor=_actor(request), denial_id=row.pk, now=clock.now(),
            **{name: form.cleaned_data[name]
               for name in ("kind", "outcome", "with_whom", "reference", "words")},
        ),
    ):  # fmt: skip
        messages.success(request, _("The step is written down."))
        return redirect("desk:denial", denial_id)
    return _shown(request, row, step=form)


def _sign_first(request: HttpRequest) -> HttpResponse:
    """Back to the cards, of which one waits; nothing is said of the answer."""
    messages.info(request, words.refusal("not_signed_yet"))
    return redirect("desk:reviews")


def _did(form: Any, perform: Any) -> bool:
    if not form.is_valid():
        return False
    try:
        perform()
    except (StaleVersion, NotAllowed):
        raise
    except Refusal as refusal:
        for code in refusal.codes:
            name = FIELDS.get(code)
            form.add_error(name if name in form.fields else None, words.refusal(code))
        return False
    return True


def _provided_form(row: LevelDenial, data: Any) -> ProvidedForm:
    episode = row.episode
    phases = [("", _("the same phase as now, level %(level)s") % {"level": episode.level_code})] + [
        (str(phase.pk), f"{phase.name} · {phase.weekly_minutes / 60:g} h")
        for phase in Phase.objects.filter(program_id=episode.program_id).order_by("position")
        if phase.pk != episode.phase_id
    ]
    today = clock.today(episode.site.time_zone)
    return ProvidedForm(
        data, phases=phases, version=row.version, initial={"from_day": today}
    )  # fmt: skip


def _shown(
    request: HttpRequest, row: LevelDenial, provided: Any = None, step: Any = None
) -> HttpResponse:
    actor = _actor(request)
    is_open = row.state == LevelDenial.State.OPEN and actions.may_decide(actor)
    bound = next((form for form in (provided, step) if form is not None and form.is_bound), None)
    context = {
        "row": row,
        "name": name_for(actor, row.client),
        "state": words_of_reviews.DENIAL_STATES[row.state],
        "facts": _facts(row),
        "clocks": _clocks(row, clock.now()),
        "steps": [_moment(each, row.site.time_zone) for each in steps_of(actor, row)],
        "provided": (provided or _provided_form(row, None)) if is_open else None,
        "step": (step or StepForm(auto_id="step_%s")) if is_open else None,
        "form": bound,
        "review_url": reverse("desk:review", args=[row.review_id]) if row.review_id else "",
        "call_url": reverse("desk:reviewer_call", args=[row.client_id]),
    }
    return render(request, f"{ROOM}/denial.html", context, status=422 if bound else 200)


def _facts(row: LevelDenial) -> tuple[Fact, ...]:
    zone = row.site.time_zone
    facts = [
        Fact(_("The payer"), row.payer_name),
        Fact(_("Said no on"), date_format(at_wall(row.denied_at, zone), "D j M Y")),
        Fact(_("Level recommended"), row.recommended_level),
    ]
    if row.provided_level:
        by = row.provided_by.name if row.provided_by else ""
        facts += [
            Fact(_("Level provided"), row.provided_level),
            Fact(_("Why"), f"{row.provided_why} · {by}"),
        ]
    return tuple(facts)


def _clocks(row: LevelDenial, now: datetime) -> list[dict[str, Any]]:
    found = []
    for each in row.clocks:
        ends = parse_datetime(each["ends_at"])
        assert ends is not None
        # A day ends one minute before the next one begins, as people read it.
        local = at_wall(ends - A_MINUTE, row.site.time_zone)
        found.append(
            {
                "title": words_of_reviews.CLOCKS[each["code"]],
                "until": date_format(local, "D j M Y, H:i"),
                "source": each["source"],
                "tone": "neutral" if ends > now else "urgent",
                "state": _("runs") if ends > now else _("over"),
            }
        )
    return found


def _moment(step: DenialStep, zone: str) -> Moment:
    what = f"{words_of_reviews.STEPS[step.kind]}: {words_of_reviews.STEP_OUTCOMES[step.outcome]}"
    detail = " · ".join(filter(None, (step.with_whom, step.reference, step.words)))
    return Moment(date_format(at_wall(step.at, zone), "j M H:i"), what, step.by.name, detail)
