"""The side index: every page of the interview and how it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.assessments.models import Assessment
from homeward.assessments.rules.completeness import (
    CARRIED,
    COMPLETE,
    INCOMPLETE,
    DomainState,
    state_of,
)
from homeward.assessments.rules.filling import Told, filling_of
from homeward.assessments.rules.questions import Edition


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in the index."""

    number: int
    title: str
    url: str
    words: str
    tone: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Index:
    """All pages, how many are complete, and the way to the review."""

    entries: tuple[Entry, ...]
    complete: int
    review_url: str

    @property
    def summary(self) -> str:
        """ "9 of 15 complete"."""
        return _("%(done)s of %(all)s complete") % {
            "done": self.complete,
            "all": len(self.entries),
        }


def carried_codes(edition: Edition, told: Iterable[Told]) -> set[str]:
    """The questions that would arrive filled in."""
    earlier = tuple(told)
    names = {each.fact for each in earlier}
    return {
        question.code
        for question in edition
        if question.code in names and filling_of(question, earlier).value is not None
    }


def index_of(
    assessment: Assessment,
    edition: Edition,
    pages: Mapping[str, Mapping[str, Any]],
    carried: set[str],
    current: str = "",
) -> Index:
    """The index as the drafts stand."""
    states = [state_of(domain, pages.get(domain.code), carried) for domain in edition.domains]
    entries = tuple(
        Entry(
            number=number,
            title=domain.title,
            url=reverse("desk:assessment_page", args=[assessment.pk, domain.code]),
            words=_words(state),
            tone={COMPLETE: "done", INCOMPLETE: "attention", CARRIED: "info"}.get(
                state.state, "neutral"
            ),
            is_current=domain.code == current,
        )
        for number, (domain, state) in enumerate(zip(edition.domains, states, strict=True), 1)
    )
    return Index(
        entries,
        sum(state.state == COMPLETE for state in states),
        reverse("desk:assessment", args=[assessment.pk]),
    )


def _words(state: DomainState) -> str:
    if state.state == COMPLETE:
        return _("complete")
    if state.state == INCOMPLETE:
        missing = len(state.missing)
        return ngettext("%d to answer", "%d to answer", missing) % missing
    return _("filled in, look once") if state.state == CARRIED else _("not begun")
