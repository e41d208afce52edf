"""What the legal desk prints."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.consents.labels import CLASSES, joined
from homeward.consents.legal_standing import papers_of, standing_of, words_on
from homeward.consents.models import LegalInstrument, LegalRelease, LegalRequest
from homeward.consents.rules.legal_desk import READY
from homeward.core.actors import Actor
from homeward.core.components import Act, Fact
from homeward.desk.admissions.times import when
from homeward.desk.legal.forms import BROUGHT, CAME_BY, OUTCOMES, TYPES
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision

WORDS_OF_TYPE = {str(code): words for code, words in TYPES}


@dataclass(frozen=True, slots=True)
class RequestLine:
    """One request in the list."""

    name: str
    sub: str
    state: str
    tone: str
    url: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One court paper with the words of those who looked."""

    title: str
    sub: str
    verified: tuple[str, ...]
    act: Act | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one person proposed, and whether the second released it."""

    what: str
    sub: str
    act: Act | None


@dataclass(frozen=True, slots=True)
class RequestPage:
    """One request: what was asked, which half is missing, papers, proposals."""

    row: LegalRequest
    title: str
    facts: tuple[Fact, ...]
    standing: Decision
    ready: bool
    papers: tuple[Paper, ...]
    proposals: tuple[Proposal, ...]
    acts: tuple[Act, ...]
    back: Act

    @classmethod
    def of(cls, actor: Actor, row: LegalRequest) -> "RequestPage":
        """Everything about one request the actor reached."""
        standing = standing_of(row)
        is_open = row.closed_at is None
        return cls(
            row=row,
            title=row.asker_name,
            facts=tuple(_facts(row)),
            standing=standing,
            ready=standing.outcome == READY,
            papers=tuple(_papers(actor, row, is_open)),
            proposals=tuple(_proposals(actor, row, is_open)),
            acts=tuple(_acts(row, standing.outcome == READY)) if is_open else (),
            back=Act(_("Legal requests"), reverse("desk:legal_requests")),
        )


def lines_of(actor: Actor) -> list[RequestLine]:
    """Every request within reach, open ones first."""
    rows = LegalRequest.objects.for_actor(actor, Purpose.OPERATIONS)
    return [_line(row) for row in rows.order_by("closed_at", "-received_at")[:100]]


def _line(row: LegalRequest) -> RequestLine:
    due = ""
    if row.answer_by:
        due = _("answer by %(day)s") % {"day": date_format(row.answer_by, "j M Y")}
    brought = str(dict(BROUGHT).get(row.brought, ""))
    return RequestLine(
        name=" · ".join(filter(None, (row.asker_name, row.asker_office))),
        sub=" · ".join(filter(None, (when(row.received_at), brought, due))),
        state=str(dict(OUTCOMES)[row.outcome]) if row.outcome else _("open"),
        tone="neutral" if row.closed_at else "attention",
        url=reverse("desk:legal_request", args=[row.pk]),
    )


def _facts(row: LegalRequest) -> list[Fact]:
    named = (
        (_("Came"), dict(CAME_BY).get(row.came_by, row.came_by)),
        (_("Received"), when(row.received_at)),
        (_("By"), row.received_by.name if row.received_by else ""),
        (_("Office"), row.asker_office),
        (_("Number"), row.asker_phone),
        (_("Brought"), dict(BROUGHT).get(row.brought, row.brought)),
        (_("Asked"), row.about),
        (_("Answer by"), date_format(row.answer_by, "j M Y") if row.answer_by else ""),
        (_("About"), row.client.chart_number if row.client else _("not said here")),
        (_("Ended"), dict(OUTCOMES).get(row.outcome, "")),
    )
    return [Fact(term, str(value)) for term, value in named if value]


def _papers(actor: Actor, row: LegalRequest, is_open: bool) -> list[Paper]:
    words: dict[object, list[tuple[object, str]]] = {}
    for word in words_on(row):
        line = _("%(name)s, %(when)s: %(how)s") % {
            "name": word.worker.name, "when": when(word.at), "how": word.how,
        }  # fmt: skip
        words.setdefault(word.instrument_id, []).append((word.worker_id, line))
    made = []
    for paper in papers_of(row):
        said = words.get(paper.pk, [])
        mine = any(worker == actor.worker_id for worker, _line in said)
        verify = Act(_("Verify"), reverse("desk:legal_verify", args=[paper.pk]), about=paper.court)
        made.append(
            Paper(
                title=str(WORDS_OF_TYPE[paper.type]),
                sub=_sub_of(paper),
                verified=tuple(line for _worker, line in said),
                act=verify if is_open and not mine else None,
            )
        )
    return made


def _sub_of(paper: LegalInstrument) -> str:
    parts = (
        paper.court,
        paper.docket,
        date_format(paper.dated, "j M Y"),
        _("to %(name)s") % {"name": paper.recipient.name},
        joined(paper.classes, CLASSES),
    )
    return " · ".join(filter(None, parts))


def _proposals(actor: Actor, row: LegalRequest, is_open: bool) -> list[Proposal]:
    rows = LegalRelease.objects.for_actor(actor, Purpose.OPERATIONS).filter(request=row)
    made = []
    for each in rows.select_related("proposed_by", "released_by").order_by("proposed_at"):
        url = reverse("desk:legal_release", args=[each.pk])
        mine = each.proposed_by_id == actor.worker_id
        act = Act(_("Release"), url, "danger", about=each.proposed_by.name)
        released = ""
        if each.released_by:
            released = _("released by %(name)s, %(when)s") % {
                "name": each.released_by.name, "when": when(each.released_at),
            }  # fmt: skip
            act = Act(_("Ledger entry"), reverse("desk:disclosure", args=[each.disclosure_id]))
        waits = released or _("a second person must release it")
        made.append(
            Proposal(
                joined(each.classes, CLASSES),
                _("proposed by %(name)s · %(rest)s")
                % {"name": each.proposed_by.name, "rest": waits},
                act if released or (is_open and not mine) else None,
            )
        )
    return made


def _acts(row: LegalRequest, ready: bool) -> list[Act]:
    acts = [Act(_("Enter a paper"), reverse("desk:legal_paper_new", args=[row.pk]), "primary")]
    if row.client_id is None:
        acts.append(Act(_("Whose record"), reverse("desk:legal_link", args=[row.pk])))
    if ready:
        acts.append(Act(_("Propose to hand over"), reverse("desk:legal_propose", args=[row.pk])))
    acts.append(Act(_("Close"), reverse("desk:legal_close", args=[row.pk]), "plain"))
    return acts
