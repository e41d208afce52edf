"""The review before signing, the signed record, and the list of a client's assessments."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.assessments.models import Addendum, Assessment
from homeward.assessments.rules.questions import TABLE, Edition
from homeward.assessments.rules.telling import lines_of, words_of
from homeward.core.components import Act, Cell, Column, Row, Signature, Table
from homeward.desk.admissions.times import when
from homeward.desk.assessments.links import answer_url
from homeward.desk.assessments.pages.index import Entry, Index
from homeward.desk.assessments.pages.interview import Found, day, found_in
from homeward.desk.plans.links import thread_url
from homeward.desk.words import initials_of
from homeward.kernel.reasons import Decision


@dataclass(frozen=True, slots=True)
class Said:
    """One question and what was answered; `lines` for a table."""

    words: str
    answer: str
    lines: tuple[tuple[tuple[str, str], ...], ...]
    url: str


@dataclass(frozen=True, slots=True)
class Part:
    """One domain with its answers."""

    entry: Entry
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """Words beneath the signature."""

    body: str
    by: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """All the review prints."""

    title: str
    subline: str
    record_number: str
    initials: str
    index: Index
    parts: tuple[Part, ...]
    found: tuple[Found, ...]
    decision: Decision | None
    signatures: tuple[Signature, ...]
    added: tuple[Added, ...]
    is_signed: bool
    is_intact: bool
    waits_for_cosignature: bool
    placement: Act
    thread: Act
    back: Act


def record_page(
    assessment: Assessment,
    client_name: str,
    edition: Edition,
    pages: Mapping[str, Mapping[str, Any]],
    index: Index,
    decision: Decision | None,
    addenda: Iterable[Addendum],
    back: Act,
    *,
    is_intact: bool,
) -> RecordPage:
    """The review of an open assessment, or the record of a signed one.

    `client_name` is what the reader may call the client.
    """
    second = getattr(assessment, "cosignature", None)
    return RecordPage(
        title=_("Assessment: %(name)s") % {"name": client_name},
        subline=_("Begun %(when)s by %(by)s · %(edition)s")
        % {
            "when": day(assessment.started_at),
            "by": assessment.started_by.name,
            "edition": edition.code,
        },
        record_number=assessment.client.chart_number,
        initials=initials_of(client_name),
        index=index,
        parts=tuple(
            Part(entry, _said(assessment, edition, domain.code, pages.get(domain.code, {})))
            for entry, domain in zip(index.entries, edition.domains, strict=True)
        ),
        found=found_in(pages.get("diagnoses", {})),
        decision=decision,
        signatures=tuple(_signatures(assessment, second)),
        added=tuple(
            Added(each.body, f"{each.author.name}, {each.credential} · {when(each.at)}")
            for each in addenda
        ),
        is_signed=assessment.signed_at is not None,
        is_intact=is_intact,
        waits_for_cosignature=assessment.needs_cosignature and second is None,
        placement=Act(
            _("Rate the dimensions"), reverse("desk:placement", args=[assessment.client_id])
        ),
        thread=Act(_("In the plan"), thread_url(assessment.client_id), "plain"),
        back=back,
    )


def _said(
    assessment: Assessment, edition: Edition, domain: str, given: Mapping[str, Any]
) -> tuple[Said, ...]:
    return tuple(
        Said(
            question.words,
            "" if question.kind == TABLE else words_of(question, given[question.code]),
            lines_of(question, given[question.code]) if question.kind == TABLE else (),
            answer_url(assessment.pk, domain, question.code),
        )
        for question in edition.domain(domain).questions
        if given.get(question.code) is not None
    )


def _signatures(assessment: Assessment, second: Any) -> Iterable[Signature]:
    if assessment.signed_by is not None:
        yield Signature(
            assessment.signed_by.name,
            assessment.credential,
            when(assessment.signed_at),
            _("Signed as the assessing clinician"),
            fingerprint=assessment.content_hash[:12],
        )
    if second is not None:
        yield Signature(
            second.worker.name,
            second.credential,
            when(second.at),
            _("Co-signed as the supervisor"),
            fingerprint=second.content_hash[:12],
        )


def assessments_table(rows: Iterable[Assessment]) -> Table:
    """A client's assessments, the newest first."""
    return Table(
        caption=_("Assessments"),
        columns=(Column(_("Begun")), Column(_("By")), Column(_("State")), Column(_("Diagnosis"))),
        rows=tuple(
            Row(
                (
                    Cell(day(each.started_at), url=reverse("desk:assessment", args=[each.pk])),
                    Cell(each.started_by.name),
                    Cell(_state(each)),
                    Cell(each.diagnosis),
                )
            )
            for each in rows
        ),
        empty=_("No assessment yet."),
    )


def _state(assessment: Assessment) -> str:
    if assessment.signed_at is None:
        return _("open")
    return _("signed %(when)s") % {"when": when(assessment.signed_at)}
