"""Asking: one page of the interview, kept while it is typed."""

import json
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.assessments import actions
from homeward.assessments.library import edition
from homeward.assessments.models import Assessment, Draft
from homeward.assessments.queries import assessment_in_full
from homeward.assessments.rules.filling import Told, filling_of
from homeward.assessments.rules.questions import Domain
from homeward.assessments.signing import pages_of
from homeward.assessments.told import told_before
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import STAFF, Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import Policy, guarded_by, requires
from homeward.core.refusals import Refusal, StaleVersion
from homeward.desk.assessments.forms import AssessmentPageForm
from homeward.desk.assessments.pages.index import carried_codes, index_of
from homeward.desk.assessments.pages.interview import InterviewPage, interview_page
from homeward.desk.clients.reach import name_for
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass

AUTOSAVE = Policy(RecordClass.ASSESSMENT, (("POST", Access.WRITE),), kinds=(STAFF,), once=False)
MORE_LINES = 3
LINES_ASKED = frozenset(str(number) for number in range(MORE_LINES + 1))
MORE = "more"


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.WRITE)
def page(request: HttpRequest, assessment_id: UUID, domain: str) -> HttpResponse:
    """One page; sending keeps it whole and goes on to the next."""
    asked = _Asked(request, assessment_id, domain)
    form, status = asked.form, 200
    if request.method == "POST":
        more = request.POST.get("then") == MORE
        if form.is_valid():
            try:
                asked.keep(is_whole=not more)
            except Refusal as refusal:
                say_no(form, refusal)
                status = 409 if isinstance(refusal, StaleVersion) else 422
            else:
                return redirect(asked.here(MORE_LINES) if more else asked.next_url())
        else:
            status = 422
    return render(
        request, "desk/assessments/page.html", {"page": asked.page(), "form": form}, status=status
    )


@guarded_by(AUTOSAVE)
def draft(request: HttpRequest, assessment_id: UUID, domain: str) -> HttpResponse:
    """What is typed is kept as it is typed; answers with when, and how the pages stand."""
    asked = _Asked(request, assessment_id, domain)
    pending = ""
    if asked.form.is_valid():
        try:
            asked.keep(is_whole=False)
        except Refusal:
            pending = _("not saved: somebody else changed it, open the page again")
    else:
        pending = _("not saved: one field cannot be read")
    fresh = ActionForm(version=asked.version)
    facts = {"page": asked.page(), "pending": pending, "fresh": fresh}
    return render(request, "desk/assessments/_live.html", facts)


class _Asked:
    """One request about one page: what is stored, what was told, what was sent."""

    def __init__(self, request: HttpRequest, assessment_id: UUID, domain: str) -> None:
        self.actor: Actor = request.actor  # type: ignore[attr-defined]
        self.assessment: Assessment = assessment_in_full(self.actor, assessment_id)
        self.edition = edition(self.assessment.edition)
        try:
            self.domain: Domain = self.edition.domain(domain)
        except KeyError as fault:
            raise Http404 from fault
        self.told: list[Told] = told_before(
            self.actor, self.assessment.client, besides=self.assessment.pk
        )
        self.draft = self._stored()
        spare = request.GET.get("lines", "")
        self.form = AssessmentPageForm(
            request.POST if request.method == "POST" else None,
            domain=self.domain,
            values=self._values(),
            spare=int(spare) if spare in LINES_ASKED else 0,
            version=self.version,
        )

    @property
    def version(self) -> int | None:
        """The version of the page's draft, None before the first word."""
        return self.draft.version if self.draft else None

    @property
    def given(self) -> dict[str, Any] | None:
        """The stored answers of this page; None while nobody has opened it."""
        return json.loads(self.draft.body or "{}") if self.draft else None

    def keep(self, *, is_whole: bool) -> None:
        """Keep what was sent."""
        self.draft = actions.keep_page(
            actor=self.actor,
            assessment_id=self.assessment.pk,
            domain=self.domain.code,
            answers=self.form.answers(),
            expected_version=self.form.expected_version,
            is_whole=is_whole,
            now=clock.now(),
        )

    def page(self) -> InterviewPage:
        """What the page prints."""
        pages = pages_of(self.actor, self.assessment)
        carried = carried_codes(self.edition, self.told)
        return interview_page(
            self.assessment,
            name_for(self.actor, self.assessment.client),
            self.domain,
            self.form,
            self.told,
            index_of(self.assessment, self.edition, pages, carried, self.domain.code),
            self.given,
            self.draft.saved_at if self.draft else None,
            may_write=may(self.actor.roles, RecordClass.ASSESSMENT, Access.WRITE),
        )

    def here(self, lines: int) -> str:
        """This page again, with more empty lines."""
        return f"{self.page().address}?lines={lines}"

    def next_url(self) -> str:
        """The page after this one, or the review."""
        index = self.page().index
        place = next(entry.number for entry in index.entries if entry.is_current)
        return index.entries[place].url if place < len(index.entries) else index.review_url

    def _stored(self) -> Draft | None:
        rows = Draft.objects.for_actor(self.actor, Purpose.TREATMENT)
        found: Draft | None = rows.filter(
            assessment=self.assessment, domain=self.domain.code
        ).first()
        return found

    def _values(self) -> dict[str, Any]:
        if (given := self.given) is not None:
            return given
        return {
            question.code: filling_of(question, self.told).value
            for question in self.domain.questions
        }
