"""One page of the interview: its questions, what was told before, and what it comes to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from homeward.assessments.diagnoses import Diagnosis, diagnoses_in
from homeward.assessments.library import edition
from homeward.assessments.models import Assessment
from homeward.assessments.refusal_words import ORIGINS, REMISSIONS, SEVERITIES, SPECIFIERS
from homeward.assessments.rules.diagnosing import NO_CODE, NONE
from homeward.assessments.rules.filling import Filling, Told, filling_of
from homeward.assessments.rules.questions import CLINICIAN, MANY, ONE, TABLE, Domain, Question
from homeward.assessments.rules.telling import sentence_of
from homeward.core.components import Act
from homeward.desk.admissions.times import clock_time
from homeward.desk.assessments.forms import (
    AssessmentPageForm,
    cells_of,
    field_name,
)
from homeward.desk.assessments.links import anchor_of
from homeward.desk.assessments.pages.index import Index
from homeward.kernel.reasons import Decision


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table, with a name for those who hear it."""

    legend: str
    cells: tuple[tuple[Any, str], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One question with what was told before."""

    anchor: str
    question: Question
    field: Any
    look: str
    lines: tuple[Line, ...]
    origin: str
    origin_url: str
    beside: tuple[str, ...]
    is_observed: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A diagnosis that the ticked lines come to."""

    title: str
    words: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class InterviewPage:
    """All the page prints."""

    title: str
    subline: str
    domain: Domain
    place: str
    form: AssessmentPageForm
    blocks: tuple[Block, ...]
    index: Index
    found: tuple[Found, ...]
    saved: str
    address: str
    live: str
    previous: Act | None
    next_title: str
    back: Act
    is_open: bool


def interview_page(
    assessment: Assessment,
    client_name: str,
    domain: Domain,
    form: AssessmentPageForm,
    told: Iterable[Told],
    index: Index,
    given: Mapping[str, Any] | None,
    saved_at: datetime | None,
    *,
    may_write: bool,
) -> InterviewPage:
    """The page as somebody opens it; read only when it is signed or not theirs to write."""
    earlier = tuple(told)
    is_open = assessment.signed_at is None and may_write
    form.say_what_is_needed()
    if not is_open:
        for field in form.fields.values():
            field.disabled = True
    here = next(entry.number for entry in index.entries if entry.is_current)
    before = index.entries[here - 2] if here > 1 else None
    after = index.entries[here] if here < len(index.entries) else None
    return InterviewPage(
        title=domain.title,
        subline=_("Assessment of %(name)s, begun %(when)s by %(by)s")
        % {
            "name": client_name,
            "when": day(assessment.started_at),
            "by": assessment.started_by.name,
        },
        domain=domain,
        place=_("Part %(here)s of %(all)s") % {"here": here, "all": len(index.entries)},
        form=form,
        blocks=tuple(_blocks(domain, form, earlier, given)),
        index=index,
        found=found_in(given or {}) if domain.code == "diagnoses" else (),
        saved=_("saved %(time)s") % {"time": clock_time(saved_at)} if saved_at else "",
        address=reverse("desk:assessment_page", args=[assessment.pk, domain.code]),
        live=reverse("desk:assessment_draft", args=[assessment.pk, domain.code]),
        previous=Act(_("Back: %(title)s") % {"title": before.title}, before.url)
        if before
        else None,
        next_title=after.title if after else _("Review"),
        back=Act(_("Review"), index.review_url),
        is_open=is_open,
    )


def day(instant: datetime) -> str:
    """ "24 Nov 2026"."""
    return date_format(localtime(instant), "j M Y")


def found_in(given: Mapping[str, Any]) -> tuple[Found, ...]:
    """What the ticked lines come to."""
    return tuple(found_words(each) for each in diagnoses_in(given))


def found_words(diagnosis: Diagnosis) -> Found:
    """ "F10.20, Alcohol use disorder, severe"."""
    decision, extras = diagnosis.decision, diagnosis.decision.extras
    severity = str(SEVERITIES[extras["severity"]])
    named = ", ".join(_substance(code) for code in diagnosis.substances)
    name = f"{extras['name']} ({named})" if len(diagnosis.substances) > 1 else extras["name"]
    parts = [f"{name}, {severity}"]
    if extras["remission"]:
        parts.append(str(REMISSIONS[extras["remission"]]))
    parts += [str(SPECIFIERS[code]) for code in extras["specifiers"]]
    code = {NONE: _("No code"), NO_CODE: _("Choose the code by hand")}.get(
        decision.outcome, decision.outcome
    )
    count = _("%(count)s of 11 criteria") % {"count": extras["count"]}
    return Found(f"{code} · {', '.join(parts)}", count, decision)


def _substance(code: str) -> str:
    """As the table of disorders names it."""
    columns = edition().questions["diagnosis.use"].columns
    return next(each.words_of(code) for each in columns if each.code == "substance")


def _blocks(
    domain: Domain,
    form: AssessmentPageForm,
    earlier: tuple[Told, ...],
    given: Mapping[str, Any] | None,
) -> Iterator[Block]:
    for question in domain.questions:
        filling = filling_of(question, earlier)
        is_table = question.kind == TABLE
        origin = _origin(question, filling, given)
        yield Block(
            anchor=anchor_of(question.code),
            question=question,
            field=None if is_table else form[field_name(question.code)],
            look="chips" if question.kind in (ONE, MANY) else "",
            lines=tuple(_lines(form, question)) if is_table else (),
            origin=origin_words(origin) if origin else "",
            origin_url=origin_url(origin) if origin else "",
            beside=tuple(
                beside_words(question, each) for each in _beside(question, filling, earlier)
            ),
            is_observed=question.asks == CLINICIAN,
        )


def _origin(question: Question, filling: Filling, given: Mapping[str, Any] | None) -> Told | None:
    """Where the value on the page was told; nothing once somebody wrote another."""
    if filling.origin is None:
        return None
    untouched = given is None or given.get(question.code) == filling.value
    return filling.origin if untouched else None


def _beside(question: Question, filling: Filling, earlier: tuple[Told, ...]) -> tuple[Told, ...]:
    """Earlier answers to this question, and to its cells that are asked afresh."""
    cells = {column.fact for column in question.columns if column.fact}
    return (*filling.beside, *(each for each in earlier if each.fact in cells))[:3]


def _lines(form: AssessmentPageForm, question: Question) -> Iterator[Line]:
    for row, fields in cells_of(form, question):
        looks = [
            ("list" if len(column.options) > 8 else "chips") if column.kind == MANY else ""
            for column in question.columns
        ]
        yield Line(
            _("%(what)s, line %(number)s") % {"what": question.words, "number": row + 1},
            tuple(zip(fields, looks, strict=True)),
        )


def origin_words(told: Told) -> str:
    """ "From the first call, 20 Nov 2026 (Ada Reyes)"."""
    where = str(ORIGINS.get(told.origin, told.origin))
    said = _("From %(where)s, %(when)s") % {"where": where, "when": day(told.at)}
    return f"{said} ({told.by})" if told.by else said


def origin_url(told: Told) -> str:
    """The record it was told in, where it has a page of its own."""
    if told.origin == "questionnaire" and told.ref:
        return reverse("desk:response", args=[told.ref])
    return ""


def beside_words(question: Question, told: Told) -> str:
    """ "Told in the first call, 20 Nov 2026: yesterday"."""
    where = str(ORIGINS.get(told.origin, told.origin))
    value = told.words
    if not value and isinstance(told.value, list) and told.fact == question.code:
        value = sentence_of(question, told.value) if question.kind == TABLE else ""
    if not value:
        value = question.words_of(str(told.value)).replace("_", " ")
    return _("Told in %(where)s, %(when)s: %(what)s") % {
        "where": where,
        "when": day(told.at),
        "what": value,
    }
