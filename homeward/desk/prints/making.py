"""Who may make which paper, and making it: read in the actor's scope, kept sealed, audited."""

from datetime import date, datetime, timedelta
from uuid import UUID

from homeward.core.access import Access, cells
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import Refusal
from homeward.desk.prints.papers.case_file import LONGEST_DAYS, Range, case_file
from homeward.desk.prints.papers.composing import Paper, zone_of
from homeward.desk.prints.papers.note import paper_of_note
from homeward.desk.prints.papers.others import Others
from homeward.desk.prints.papers.plan import paper_of_plan
from homeward.desk.prints.papers.review import paper_of_plan_review, paper_of_review
from homeward.documents.actions import make_document
from homeward.documents.models import Document
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notes.queries import note_in_full
from homeward.people.models import Client
from homeward.plans.models import Plan, PlanReview
from homeward.progress.models import LevelReview

TEMPLATE = "record"
LONG_AGO, WEEK = date(1990, 1, 1), timedelta(days=7)


class RangeRefused(Refusal):
    """The days run backwards or span too much."""


def may_make_files(actor: Actor) -> bool:
    """Whether the actor reads whole records, not only what they wrote themselves."""
    return any(
        Access.READ in cell.verbs and cell.relation != "author"
        for role in actor.roles
        for cell in cells(role, RecordClass.NOTES)
    )


def make_note_paper(actor: Actor, note_id: UUID, now: datetime) -> Document:
    """A signed note, naming nobody else; ClientNote.DoesNotExist out of scope, NotSignedYet."""
    note = note_in_full(actor, note_id)
    client = _client(actor, note.client_id)
    others = Others.of(client, note.on, note.on)
    paper = others.clean_paper(paper_of_note(actor, note, zone_of(client)))
    return make_document(
        actor=actor, client=client, kind="note", title="note", subject_id=note.pk,
        content=paper.content(actor, client), now=now, template=TEMPLATE,
        author_id=note.author_id, once=True,
    )  # fmt: skip


def make_plan_paper(actor: Actor, plan_id: UUID, now: datetime) -> Document:
    """A version of the plan; Plan.DoesNotExist out of scope."""
    rows = Plan.objects.for_actor(actor, Purpose.TREATMENT).select_related("author")
    plan = rows.get(pk=plan_id)
    client = _client(actor, plan.client_id)
    paper = _naming_nobody_else(client, paper_of_plan(actor, plan, zone_of(client)), now)
    return make_document(
        actor=actor, client=client, kind="plan", title="plan", subject_id=plan.pk,
        content=paper.content(actor, client), now=now, template=TEMPLATE, once=True,
    )  # fmt: skip


def make_review_paper(actor: Actor, review_id: UUID, now: datetime) -> Document:
    """A level-of-care review; LevelReview.DoesNotExist out of scope."""
    rows = LevelReview.objects.for_actor(actor, Purpose.TREATMENT).select_related("decided_by")
    review = rows.get(pk=review_id)
    client = _client(actor, review.client_id)
    paper = _naming_nobody_else(client, paper_of_review(review, zone_of(client)), now)
    return make_document(
        actor=actor, client=client, kind="review", title="review", subject_id=review.pk,
        content=paper.content(actor, client), now=now, template=TEMPLATE, once=True,
    )  # fmt: skip


def make_plan_review_paper(actor: Actor, review_id: UUID, now: datetime) -> Document:
    """The plan looked at together; PlanReview.DoesNotExist out of scope."""
    rows = PlanReview.objects.for_actor(actor, Purpose.TREATMENT).select_related("by", "plan")
    review = rows.get(pk=review_id)
    client = _client(actor, review.client_id)
    paper = _naming_nobody_else(client, paper_of_plan_review(review, zone_of(client)), now)
    return make_document(
        actor=actor, client=client, kind="plan_review", title="plan_review",
        subject_id=review.pk, content=paper.content(actor, client), now=now, template=TEMPLATE,
        once=True,
    )  # fmt: skip


def make_case_file(actor: Actor, client: Client, over: Range, now: datetime) -> Document:
    """Everything signed between two days; raises RangeRefused."""
    if over.last < over.first:
        raise RangeRefused("range_runs_backwards")
    if (over.last - over.first).days > LONGEST_DAYS:
        raise RangeRefused("range_too_long")
    paper = case_file(actor, client, over, zone_of(client))
    return make_document(
        actor=actor, client=client, kind="case_file", title="case_file", subject_id=client.pk,
        content=paper.content(actor, client), now=now, template=TEMPLATE, once=True,
    )  # fmt: skip


def _naming_nobody_else(client: Client, paper: Paper, now: datetime) -> Paper:
    """A paper about the whole course: whoever sat in any of the client's sessions is looked for."""
    return Others.of(client, LONG_AGO, local_day(now) + WEEK).clean_paper(paper)


def _client(actor: Actor, client_id: UUID) -> Client:
    """The client by whatever slice the actor knows them: what they may read is decided above."""
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    found: Client = rows.select_related("site").get(pk=client_id)
    return found
