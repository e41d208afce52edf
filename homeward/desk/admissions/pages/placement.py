"""The placement page: ratings and facts on one side, the explained suggestion on the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.forms import BoundField
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.assessments.rules.telling import brief_of
from homeward.core.components import Act
from homeward.desk.admissions.dimensions import NAMES
from homeward.desk.admissions.forms.placement import BY_DIMENSION, FACT_LABELS, PlacementForm
from homeward.desk.admissions.pages.suggestion import Suggestion, level_words, suggestion_of
from homeward.desk.admissions.times import clock_time, when
from homeward.desk.assessments.links import answer_url
from homeward.desk.measures.pages.scores import score_words
from homeward.instruments.models import Response
from homeward.kernel.reasons import Decision
from homeward.people.models import Client
from homeward.placement.interviewed import Interview
from homeward.placement.models import Placement
from homeward.placement.refusal_words import DISCREPANCIES
from homeward.placement.words import DIMENSIONS

SCORES = ("ciwa_ar", "cows")
MOST_FACTS, MOST_ANSWERS, MOST_LETTERS = 3, 2, 70
DRINKING, MOOD = ("ciwa_ar", "audit_c", "cows"), ("phq9", "cssrs_screener", "gad7")
SHOWN_BY = {
    "3": {1: DRINKING, 3: MOOD, 4: ("readiness_ruler",)},
    "4": {1: DRINKING, 3: MOOD, 6: ("readiness_ruler",)},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """A fact of the record with its address."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class FactField:
    """One fact to answer; `beside` says what was told on an earlier day."""

    bound: BoundField
    beside: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension: its rating, what the record says, words and facts.

    `answers` is everything the interview says about it, each with its place.
    """

    number: int
    name: str
    official: str
    words: str
    known: tuple[Link, ...]
    answers: tuple[Link, ...]
    rating: BoundField | None
    narrative: BoundField
    facts: tuple[FactField, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Background:
    """What the page reads beside the placement itself."""

    responses: Mapping[str, Response]
    interview: Interview | None = None
    beside: Mapping[str, str] = field(default_factory=dict)
    released: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlacementPage:
    """All the page prints."""

    client: Client
    title: str
    subline: str
    saved: str
    form: PlacementForm
    dimensions: tuple[Dimension, ...]
    suggestion: Suggestion | None
    decide: Act | None
    what_if: Act | None
    stay: Act | None
    attach: Act | None
    interview: Act
    decided: str
    differs: str
    client_view: str
    address: str
    live: str
    back: Act
    is_open: bool = True
    may_assess: bool = True

    @property
    def anew(self) -> str:
        """The address of a new assessment."""
        return f"{self.address}?new=1"

    def locked(self, *, may_assess: bool) -> "PlacementPage":
        """The page to read only: every field shows and none can be changed."""
        for each in self.form.fields.values():
            each.disabled = True
        attach = self.attach if may_assess else None
        return replace(self, is_open=False, may_assess=may_assess, attach=attach)

    def without_decision(self) -> "PlacementPage":
        """The page of somebody who rates or reads and does not sign."""
        return replace(self, decide=None, stay=None)


def placement_page(
    client: Client,
    placement: Placement | None,
    form: PlacementForm,
    decision: Decision | None,
    background: Background,
    back: Act,
) -> PlacementPage:
    """The page of a draft, of a decided assessment, or of an empty one."""
    is_decided = placement is not None and placement.decided_at is not None
    return PlacementPage(
        client=client,
        title=_("Placement: %(name)s") % {"name": client.name},
        subline=_subline(placement, form.edition),
        saved=_("saved %(time)s") % {"time": clock_time(placement.assessed_at)}
        if placement and not is_decided
        else "",
        form=form,
        dimensions=tuple(_dimensions(form, background)),
        suggestion=suggestion_of(
            decision, form.edition, background.responses, placement, background.released
        )
        if decision
        else None,
        decide=_act(
            _("Record the team’s decision"), "desk:placement_decision", placement, "primary"
        )
        if placement is not None and not is_decided and placement.indicated_level
        else None,
        what_if=_act(_("What would change it"), "desk:placement_changes", placement, "quiet"),
        stay=_act(_("Stay or move on"), "desk:placement_stay", placement, "quiet")
        if is_decided
        else None,
        attach=Act(
            _("Attach a result from elsewhere"),
            reverse("desk:placement_external", args=[client.pk]),
        ),
        interview=Act(_("The interview"), reverse("desk:assessments", args=[client.pk])),
        decided=_decided(placement) if placement and is_decided else "",
        differs=_differs(placement) if placement and is_decided else "",
        client_view=placement.client_view if placement else "",
        address=reverse("desk:placement", args=[client.pk]),
        live=reverse("desk:placement_draft", args=[client.pk]),
        back=back,
    )


def _act(label: str, route: str, placement: Placement | None, kind: str) -> Act | None:
    return Act(label, reverse(route, args=[placement.pk]), kind) if placement else None


def _dimensions(form: PlacementForm, background: Background) -> Iterator[Dimension]:
    for number, facts in BY_DIMENSION[form.edition].items():
        answers = tuple(_answers(form.edition, number, background.interview))
        own = [f"narrative_{number}", f"rating_{number}", *facts]
        yield Dimension(
            number=number,
            name=str(NAMES[form.edition][number]),
            official=str(DIMENSIONS[form.edition][number]),
            words=" · ".join(_words(form, number, facts)),
            known=(*_scores(form.edition, number, background), *answers[:MOST_ANSWERS]),
            answers=answers,
            rating=form[f"rating_{number}"] if number in form.rated else None,
            narrative=form[f"narrative_{number}"],
            facts=tuple(FactField(form[name], background.beside.get(name, "")) for name in facts),
            is_open=any(name in form.errors for name in own),
        )


def _scores(edition: str, number: int, background: Background) -> Iterator[Link]:
    """The questionnaires that speak to a dimension, with their results."""
    for name in SHOWN_BY[edition].get(number, ()):
        if (response := background.responses.get(name)) is not None:
            yield Link(_known_words(response), reverse("desk:response", args=[response.pk]))


def _answers(edition: str, number: int, interview: Interview | None) -> Iterator[Link]:
    """What the interview says about a dimension, each leading to its question."""
    if interview is None:
        return
    for each in interview.spoken_to(edition, number):
        words = brief_of(each.question, each.value)
        if len(words) > MOST_LETTERS:
            words = f"{words[: MOST_LETTERS - 1].rstrip()}…"
        address = answer_url(interview.assessment_id, each.question.domain, each.question.code)
        yield Link(f"{each.question.words}: {words}", address)


def _words(form: PlacementForm, number: int, facts: tuple[str, ...]) -> Iterator[str]:
    """The sentence written, else the few facts that are known and speak."""
    if narrative := str(form[f"narrative_{number}"].value() or "").strip():
        yield narrative
        return
    shown = 0
    for name in facts:
        value = form[name].value()
        if value in (None, "", "unknown", "false") or name in SCORES or shown == MOST_FACTS:
            continue
        shown += 1
        label = str(FACT_LABELS[name])
        if value == "true":
            yield label
        else:
            words = dict(getattr(form.fields[name], "choices", ())).get(value, value)
            yield f"{label}: {words}"


def _known_words(response: Response) -> str:
    words = score_words(response)
    if response.instrument == "phq9" and "9" in response.answers:
        words = _("%(score)s, item 9 = %(item)s") % {"score": words, "item": response.answers["9"]}
    return words


def _subline(placement: Placement | None, edition: str) -> str:
    edition_words = {
        "3": _("dimensions of the 3rd edition"),
        "4": _("dimensions of the 4th edition"),
    }
    if placement is None:
        return edition_words[edition]
    by = placement.assessor.name
    if placement.credential:
        by = f"{by}, {placement.credential}"
    return _("Assessment %(when)s by %(by)s · %(edition)s") % {
        "when": when(placement.assessed_at),
        "by": by,
        "edition": edition_words[edition],
    }


def _decided(placement: Placement) -> str:
    return _("The team decided on %(level)s, %(when)s (%(name)s).") % {
        "level": level_words(placement.edition, placement.provided_level),
        "when": when(placement.decided_at),
        "name": placement.decided_by.name if placement.decided_by else "",
    }


def _differs(placement: Placement) -> str:
    if not placement.discrepancy:
        return ""
    reason = str(DISCREPANCIES.get(placement.discrepancy, placement.discrepancy))
    return " · ".join(filter(None, (reason, placement.discrepancy_note)))
