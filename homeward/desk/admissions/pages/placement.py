"""The placement page: ratings and facts on one side, the explained suggestion on the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.forms import BoundField
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.components import Act
from homeward.core.reasons_words import words_for
from homeward.desk.admissions.dimensions import NAMES
from homeward.desk.admissions.forms.placement import BY_DIMENSION, FACT_LABELS, PlacementForm
from homeward.desk.admissions.pages.scores import score_words, short_title
from homeward.desk.admissions.times import clock_time, when
from homeward.instruments.models import Response
from homeward.kernel.reasons import Decision, Evidence, Reason, State
from homeward.people.models import Client
from homeward.placement.models import Placement
from homeward.placement.refusal_words import DISCREPANCIES
from homeward.placement.rules.holds import may_be_released
from homeward.placement.rules.recommend import UNDETERMINED
from homeward.placement.words import DIMENSIONS, HOLDS, LEVELS, RATINGS, SERVICES, WHY_NOT

SCORES = ("ciwa_ar", "cows")
MOST_FACTS = 3
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
class Dimension:
    """One dimension: its rating, what the record says, words and facts."""

    number: int
    name: str
    official: str
    words: str
    known: tuple[Link, ...]
    rating: BoundField | None
    narrative: BoundField
    facts: tuple[BoundField, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class HoldLine:
    """What must happen before admission, and what lets it go."""

    words: str
    until: str
    because: str
    release: Act | None
    hint: str


@dataclass(frozen=True, slots=True)
class AlternativeLine:
    """Another level and why it is not the suggestion."""

    name: str
    why_not: str
    because: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The explained level as the panel prints it."""

    title: str
    sub: str
    beside: str
    decision: Decision
    rest: Decision
    holds: tuple[HoldLine, ...]
    alternatives: tuple[AlternativeLine, ...]
    is_undetermined: bool


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
        for field in self.form.fields.values():
            field.disabled = True
        return replace(self, is_open=False, may_assess=may_assess)

    def without_decision(self) -> "PlacementPage":
        """The page of somebody who rates or reads and does not sign."""
        return replace(self, decide=None)


def placement_page(
    client: Client,
    placement: Placement | None,
    form: PlacementForm,
    decision: Decision | None,
    responses: Mapping[str, Response],
    released: frozenset[str],
    back: Act,
) -> PlacementPage:
    """The page of a draft, of a decided assessment, or of an empty one."""
    is_decided = placement is not None and placement.decided_at is not None
    decide = None
    if placement is not None and not is_decided and placement.indicated_level:
        decide = Act(
            _("Record the team’s decision"),
            reverse("desk:placement_decision", args=[placement.pk]),
            "primary",
        )
    return PlacementPage(
        client=client,
        title=_("Placement: %(name)s") % {"name": client.name},
        subline=_subline(placement, form.edition),
        saved=_("saved %(time)s") % {"time": clock_time(placement.assessed_at)}
        if placement and not is_decided
        else "",
        form=form,
        dimensions=tuple(_dimensions(form, responses)),
        suggestion=suggestion_of(decision, form.edition, responses, placement, released)
        if decision
        else None,
        decide=decide,
        decided=_decided(placement) if placement and is_decided else "",
        differs=_differs(placement) if placement and is_decided else "",
        client_view=placement.client_view if placement else "",
        address=reverse("desk:placement", args=[client.pk]),
        live=reverse("desk:placement_draft", args=[client.pk]),
        back=back,
    )


def suggestion_of(
    decision: Decision,
    edition: str,
    responses: Mapping[str, Response],
    placement: Placement | None,
    released: frozenset[str],
) -> Suggestion:
    """The suggestion in words: what speaks for it in the open, the rest folded."""
    unknown = len(decision.lines(State.UNKNOWN))
    undetermined = decision.outcome == UNDETERMINED
    first = sorted(filter(_tells, decision.reasons), key=lambda each: not _drives(each))
    telling = [_in_words(reason, edition, responses) for reason in first]
    rest = (reason for reason in decision.reasons if not _tells(reason))
    others = [_in_words(reason, edition, responses) for reason in rest]
    name = level_words(edition, decision.outcome)
    return Suggestion(
        title=_("Not yet: rate a dimension") if undetermined else name,
        sub=_("rule set %(rules)s · version %(version)s · %(missing)s")
        % {
            "rules": decision.rule_set,
            "version": decision.version,
            "missing": ngettext("%d fact missing", "%d facts missing", unknown) % unknown
            if unknown
            else _("no fact missing"),
        },
        beside=", ".join(str(SERVICES.get(code, code)) for code in decision.extras.get("with", ())),
        decision=replace(decision, reasons=tuple(telling)),
        rest=replace(decision, reasons=tuple(others)),
        holds=tuple(_holds(decision, placement, released)),
        alternatives=tuple(_alternatives(decision, edition)),
        is_undetermined=undetermined,
    )


def level_words(edition: str, code: str) -> str:
    """ "Intensive outpatient, 2.1"."""
    name = str(LEVELS[edition].get(code, code))
    return name if code == "emergency" else f"{name}, {code}"


def _drives(reason: Reason) -> bool:
    """Whether the line led to the level."""
    return bool(reason.detail.get("drives"))


def _tells(reason: Reason) -> bool:
    """Whether a line speaks at once: it led to the level, or asks a safety question."""
    if reason.state is State.MET:
        return _drives(reason) or not reason.code.startswith("dimension_")
    return reason.state is State.UNKNOWN and reason.code in (
        "ciwa_ar_too_early", "suicide_risk", "seizure_history_with_recent_use",
        "pregnant_with_opioid_use", "can_attend_the_hours",
    )  # fmt: skip


def _in_words(reason: Reason, edition: str, responses: Mapping[str, Response]) -> Reason:
    """The same line with its evidence in words and linked to the record."""
    if reason.code.startswith("dimension_") and reason.evidence:
        number = int(reason.code.removeprefix("dimension_"))
        rating = int(reason.evidence[0].text)
        asks = reason.detail.get("asks")
        return replace(
            reason,
            code="rated_dimension_asks" if asks else "rated_dimension",
            source=None,
            evidence=(
                Evidence(
                    "rating",
                    "",
                    _("domain %(n)s, rating %(rating)s") % {"n": number, "rating": rating},
                ),
            ),
            detail={
                "name": str(NAMES[edition][number]),
                "rating": str(RATINGS[rating]).lower(),
                "level": str(LEVELS[edition].get(asks, asks)).lower() if asks else "",
            },
        )
    source = replace(reason.source, citation="") if reason.source else None
    evidence = tuple(_evidence(each, responses) for each in reason.evidence)
    if reason.code == "typical_intensive_outpatient_profile":
        evidence = ()
    return replace(reason, evidence=evidence, source=source)


def _evidence(evidence: Evidence, responses: Mapping[str, Response]) -> Evidence:
    if evidence.kind == "rating":
        number = evidence.ref.removeprefix("ratings.")
        return replace(
            evidence,
            ref="",
            text=_("domain %(n)s: %(rating)s") % {"n": number, "rating": evidence.text},
        )
    if evidence.kind != "fact":
        return evidence
    name = evidence.ref.removeprefix("facts.")
    source = {"suicide_risk": "cssrs_screener"}.get(name, name)
    response = responses.get(source)
    if (
        response is not None
        and response.is_handed_in
        and name in ("ciwa_ar", "cows", "suicide_risk")
    ):
        text = f"{short_title(source)} {evidence.text}, {when(response.answered_at)}"
        return Evidence("instrument_result", str(response.pk), text)
    label = str(FACT_LABELS.get(name, name))
    value = {"true": _("yes"), "false": _("no")}.get(evidence.text, evidence.text)
    return Evidence("fact", "", f"{label}: {value}")


def _holds(
    decision: Decision, placement: Placement | None, released: frozenset[str]
) -> Iterator[HoldLine]:
    for hold in decision.extras.get("holds", ()):
        code = hold["code"]
        if code in released:
            continue
        can = may_be_released(code) and placement is not None
        yield HoldLine(
            words=str(HOLDS.get(code, code)),
            until=_("not before %(when)s") % {"when": _instant(hold["until"])}
            if hold.get("until")
            else "",
            because="; ".join(words_for(each) for each in hold.get("because", ())),
            release=Act(
                _("Record the examination"),
                reverse("desk:placement_release", args=[placement.pk, code]),
            )
            if can and placement
            else None,
            hint="" if may_be_released(code) else _("Goes when the fact is known and rated again."),
        )


def _instant(text: str) -> str:
    return when(datetime.fromisoformat(text))


def _alternatives(decision: Decision, edition: str) -> Iterator[AlternativeLine]:
    for other in decision.extras.get("alternatives", ()):
        yield AlternativeLine(
            name=level_words(edition, other["level"]),
            why_not=str(WHY_NOT.get(other["why_not"], other["why_not"])),
            because="; ".join(words_for(code) for code in other.get("because", ())),
        )


def _dimensions(form: PlacementForm, responses: Mapping[str, Response]) -> Iterator[Dimension]:
    for number, facts in BY_DIMENSION[form.edition].items():
        names = SHOWN_BY[form.edition].get(number, ())
        known = tuple(
            Link(_known_words(responses[name]), reverse("desk:response", args=[responses[name].pk]))
            for name in names
            if name in responses
        )
        own = [f"narrative_{number}", f"rating_{number}", *facts]
        yield Dimension(
            number=number,
            name=str(NAMES[form.edition][number]),
            official=str(DIMENSIONS[form.edition][number]),
            words=" · ".join(_words(form, number, facts)),
            known=known,
            rating=form[f"rating_{number}"] if number in form.rated else None,
            narrative=form[f"narrative_{number}"],
            facts=tuple(form[name] for name in facts),
            is_open=any(name in form.errors for name in own),
        )


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


def facts_from_call(told: Any) -> dict[str, Any]:
    """What the first call already answered, as facts of the rules."""
    found: dict[str, Any] = {}
    if told is None:
        return found
    if told.is_pregnant is not None:
        found["pregnant"] = told.is_pregnant
    if told.substances:
        found["opioid_use"] = bool({"heroin", "fentanyl", "other_opioid"} & set(told.substances))
    drinks = {"alcohol", "benzodiazepine"} & set(told.substances)
    if drinks and told.last_use in ("today", "yesterday", "this_week"):
        found["drinking_or_sedatives_last_7_days"] = True
    return found
