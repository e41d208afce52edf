"""A card while it is decided: the form as the record knows it, one signature, and what to show
when somebody else was faster."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.reviews import card_page
from homeward.desk.reviews.forms import DecisionForm
from homeward.desk.reviews.levels import levels_elsewhere, levels_up
from homeward.desk.reviews.one_card import Card
from homeward.program.models import Phase
from homeward.program.queries import numbers_for
from homeward.progress import actions, words
from homeward.progress.actions.decide_review import AlreadyDecided
from homeward.progress.card import view_of_week
from homeward.progress.models import LevelReview
from homeward.progress.participants import may_take_part
from homeward.progress.queries import review_for
from homeward.progress.ratings import rated_now

FIELD_OF = {
    "prevention_plan": "has_prevention_plan",
    "first_appointment": "first_appointment_at",
    "to_heavier_phase": "to_phase",
}


class Deciding:
    """One card and its form, for one request."""

    def __init__(self, request: HttpRequest, card: LevelReview, seated: Sequence[str] = ()) -> None:
        self.request, self.card = request, card
        self.actor: Actor = request.actor  # type: ignore[attr-defined]
        self.now = clock.now()
        self.numbers = numbers_for(card.episode.program_id, clock.today())
        self.status, self.raced = 200, ""
        self.seated = list(seated)
        self.rated = rated_now(card.episode)
        self.form = self._form(request.POST or None)

    @property
    def may_decide(self) -> bool:
        """Whether the form is offered."""
        return self.card.decided_at is None and actions.may_decide(self.actor)

    def perform(self) -> bool:
        """Sign what was sent; False leaves the page with words on its fields, or who was first."""
        self.status = 422
        if not self.form.is_valid():
            return False
        try:
            actions.decide_review(
                actor=self.actor,
                review_id=self.card.pk,
                authenticated_at=self.form.confirmed_at,
                now=self.now,
                **self._told(),
            )
        except AlreadyDecided as first:
            self._give_way(first)
            return False
        except StaleVersion:
            self._look_again()
            return False
        except NotAllowed:
            raise
        except Refusal as refusal:
            for code in refusal.codes:
                name = FIELD_OF.get(code, code)
                self.form.add_error(
                    name if name in self.form.fields else None,
                    words.refusal(code, days=int(self.numbers["handoff_days"])),
                )
            return False
        return True

    def shown(self, template: str, **more: Any) -> HttpResponse:
        """The card with everything beside it."""
        weeks = int(self.numbers["review_weeks"])
        # A signed card keeps the lines it rested on; the record of today would tell another story.
        left, right = (
            card_page.parts_shown(self.actor, self.card, self.now, weeks)
            if self.card.decided_at is None
            else ((), ())
        )
        context = {
            "page": Card.of(self.actor, self.card),
            "left": left,
            "right": right,
            "effects": card_page.effects_shown(self.actor, self.card),
            "answers": card_page.answers_shown(self.card),
            "denials": card_page.denials_shown(self.actor, self.card),
            "form": self.form,
            "rated": self.rated,
            "raced": self.raced,
            "may_decide": self.may_decide,
            "handoff_days": int(self.numbers["handoff_days"]),
            "opens_step": self.card.suggested in ("step_down", "step_up")
            or self.request.method == "POST",
            **more,
        }
        return render(self.request, template, context, status=self.status)

    def _give_way(self, first: AlreadyDecided) -> None:
        self.status = 409
        zone = self.card.episode.site.time_zone
        self.raced = card_page.raced_words(first.by, first.outcome, first.at, zone)
        self.card = review_for(self.actor, self.card.pk)

    def _look_again(self) -> None:
        """The facts changed under the form: the words stay, the newer card is shown."""
        self.status = 409
        self.card = review_for(self.actor, self.card.pk)
        sent = self.request.POST.copy()
        sent["form_version"] = str(self.card.version)
        self.form = self._form(sent)
        self.raced = _("The card changed since you opened it. Look again, then sign once more.")

    def _form(self, data: Any) -> DecisionForm:
        episode = self.card.episode
        day = clock.today(episode.site.time_zone)
        phases = [
            phase
            for phase in Phase.objects.filter(program_id=episode.program_id).order_by("position")
            if phase.weekly_minutes != episode.phase.weekly_minutes
        ]
        form = DecisionForm(
            data, request=self.request, now=self.now, phases=phases, today=day,
            edition=self.rated.edition,
            workers=may_take_part(episode.site_id, day), version=self.card.version,
            levels=levels_elsewhere(self.rated.edition),
            levels_up=levels_up(self.rated.edition, episode.level_code),
        )  # fmt: skip
        self._begin(form, phases, day)
        return form

    def _begin(self, form: DecisionForm, phases: Sequence[Phase], day: Any) -> None:
        """What is known stands in the form already."""
        own = [str(self.actor.worker_id)] if self.actor.worker_id else []
        lighter = [
            each for each in phases if each.weekly_minutes < self.card.episode.phase.weekly_minutes
        ]
        if lighter and self.card.suggested == "step_down":
            form.fields["to_phase"].initial = str(lighter[0].pk)
        form.fields["participants"].initial = self.seated or own
        for number, value in self.rated.ratings.items():
            if f"rating_{number}" in form.fields:
                form.fields[f"rating_{number}"].initial = str(value)
        view = view_of_week(self.actor, self.card.episode, day)
        if view is not None:
            form.fields["wish"].initial = view.wish
            form.fields["client_view"].initial = view.words

    def _told(self) -> dict[str, Any]:
        data = self.form.cleaned_data
        told: dict[str, Any] = {
            name: data[name]
            for name in ("outcome", "reason", "client_view", "grounds", "provided_level",
                         "level_reason")
        }  # fmt: skip
        told |= {
            "participants": [UUID(each) for each in data["participants"]],
            "ratings": self.form.ratings(),
            "expected_version": self.form.expected_version,
        }
        if data["outcome"] in ("step_down", "step_up"):
            told |= {
                "to_phase_id": UUID(data["to_phase"]) if data["to_phase"] else None,
                "to_level": "" if data["to_phase"] else data["to_level"],
                "from_day": data["from_day"],
                "has_prevention_plan": data["has_prevention_plan"],
                "receiving_program": data["receiving_program"],
                "confirmed_by": data["confirmed_by"],
                "first_appointment_at": self._at_site(data["first_appointment_at"]),
                "moves_seats": True,
            }
        return told

    def _at_site(self, moment: datetime | None) -> datetime | None:
        """The typed wall time, as the site's clock means it."""
        if moment is None:
            return None
        return moment.replace(tzinfo=ZoneInfo(self.card.episode.site.time_zone))
