"""Every public page in both languages: read, draft, look at, publish, look back, restore."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.forms import ActionForm
from homeward.core.policies import Policy, guarded_by, requires
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.publishing import pages
from homeward.desk.publishing.forms import DraftForm, NewerTextForm, RestoreForm
from homeward.desk.refusing import say_no
from homeward.kernel.records import RecordClass
from homeward.publishing import actions
from homeward.publishing.models import ArticleVersion
from homeward.publishing.queries import shown_text
from homeward.publishing.rules.changes import Wording
from homeward.publishing.shipped import LANGUAGES, ORIGINAL, PAGES

ROOM = "desk/publishing"
# Nothing is kept by it, so the same form may ask again with other words.
GRADING = Policy(RecordClass.PUBLIC, (("POST", Access.WRITE),), once=False)
FIELDS = {"title_missing": "title", "body_missing": "body"}


def _known(page: str, language: str = ORIGINAL) -> None:
    if page not in PAGES or language not in LANGUAGES:
        raise Http404


@requires(RecordClass.PUBLIC, get=Access.READ)
def public_pages(request: HttpRequest) -> HttpResponse:
    """Every page, what is behind, and the questions that wait."""
    return render(request, f"{ROOM}/pages.html", {"page": pages.PagesPage.of()})


@requires(RecordClass.PUBLIC, get=Access.READ)
def public_page(request: HttpRequest, page: str) -> HttpResponse:
    """One page, English and Spanish side by side."""
    _known(page)
    found = pages.OnePage.of(request.actor, page)  # type: ignore[attr-defined]
    return render(request, f"{ROOM}/page.html", {"page": found, "form": ActionForm()})


@requires(RecordClass.PUBLIC, get=Access.WRITE, post=Access.WRITE)
def draft(request: HttpRequest, page: str, language: str) -> HttpResponse:
    """Write the next wording. Opening the page makes nothing; the first saving does."""
    _known(page, language)
    row = _open_draft(page, language)
    if request.method == "GET":
        if row is None:
            form = DraftForm(initial=_shown(page, language))
        else:
            form = DraftForm(initial=_fields_of(row), version=row.version)
        return _draft_page(request, page, language, form, row)
    form = DraftForm(request.POST)
    if form.is_valid():
        try:
            _save(request, page, language, form, row)
        except NotAllowed:
            raise
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, _("Draft saved. The public page is as before."))
            return redirect("desk:public_page_draft", page, language)
    return _draft_page(request, page, language, form, row, status=422)


@guarded_by(GRADING)
def draft_grade(request: HttpRequest, page: str, language: str) -> HttpResponse:
    """The reading grade of what stands in the form right now; nothing is kept."""
    _known(page, language)
    given = {name: request.POST.get(name, "")[:30_000] for name in ("title", "lead", "body")}
    context = {
        "grade": pages.Grade.of(Wording(**given), language),
        "problems": pages.problem_words(given["body"]),
    }
    return render(request, f"{ROOM}/_grade.html", context)


@requires(RecordClass.PUBLIC, post=Access.APPROVE)
def publication(request: HttpRequest, page: str, language: str) -> HttpResponse:
    """Make the saved draft public."""
    row = _needed_draft(page, language)
    form = ActionForm(request.POST)
    # Without the version that was read nobody knows which words are meant.
    if not form.is_valid() or form.expected_version is None:
        raise StaleVersion
    actions.publish_draft(
        actor=request.actor,  # type: ignore[attr-defined]
        draft_id=row.pk,
        now=clock.now(),
        expected_version=form.expected_version,
    )
    messages.success(request, _("Published. Everybody reads it from now on."))
    return redirect("desk:public_page", page)


@requires(RecordClass.PUBLIC, post=Access.WRITE)
def removal(request: HttpRequest, page: str, language: str) -> HttpResponse:
    """Throw the draft away."""
    row = _needed_draft(page, language)
    actions.discard_draft(actor=request.actor, draft_id=row.pk, now=clock.now())  # type: ignore[attr-defined]
    messages.success(request, _("The draft is gone. The public page is as before."))
    return redirect("desk:public_page", page)


@requires(RecordClass.PUBLIC, get=Access.READ)
def history(request: HttpRequest, page: str, language: str) -> HttpResponse:
    """Who changed what, when."""
    return _history(request, page, language, ActionForm())


@requires(RecordClass.PUBLIC, post=Access.WRITE)
def restoration(request: HttpRequest, page: str, language: str) -> HttpResponse:
    """Begin a draft from an older wording; publishing it makes it the newest."""
    _known(page, language)
    form = RestoreForm(request.POST)
    if form.is_valid():
        try:
            actions.start_draft(
                actor=request.actor,  # type: ignore[attr-defined]
                code=page,
                language=language,
                from_version_id=form.cleaned_data["version_id"],
                now=clock.now(),
            )
        except NotAllowed:
            raise
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            messages.success(request, _("A draft with the older wording is open. Look, publish."))
            return redirect("desk:public_page_draft", page, language)
    return _history(request, page, language, form, status=422)


@requires(RecordClass.PUBLIC, post=Access.APPROVE)
def confirmation(request: HttpRequest, page: str, language: str) -> HttpResponse:
    """The translation already says what the English page says."""
    _known(page, language)
    actions.confirm_translation(
        actor=request.actor, code=page, language=language, now=clock.now()  # type: ignore[attr-defined]
    )  # fmt: skip
    messages.success(request, _("Marked as up to date."))
    return redirect("desk:public_page", page)


@requires(RecordClass.PUBLIC, post=Access.WRITE)
def newer_text(request: HttpRequest, page: str, language: str) -> HttpResponse:
    """The product brought a newer text: take it into a draft, or keep our own."""
    _known(page, language)
    form = NewerTextForm(request.POST)
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    if form.is_valid():
        try:
            if form.cleaned_data["choice"] == "keep":
                actions.keep_own_wording(actor=actor, code=page, language=language, now=now)
                return redirect("desk:public_page", page)
            actions.start_draft(
                actor=actor, code=page, language=language, is_from_shipped=True, now=now
            )
        except NotAllowed:
            raise
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            return redirect("desk:public_page_draft", page, language)
    found = pages.OnePage.of(actor, page)
    return render(request, f"{ROOM}/page.html", {"page": found, "form": form}, status=422)


def _save(
    request: HttpRequest, page: str, language: str, form: DraftForm, row: ArticleVersion | None
) -> None:
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    if row and form.expected_version is None:
        raise StaleVersion  # somebody else began a draft after this page was opened
    if row is None and form.expected_version is not None:
        raise StaleVersion  # the draft was published or discarded meanwhile
    row = row or actions.start_draft(actor=actor, code=page, language=language, now=now)
    given = form.cleaned_data
    actions.save_draft(
        actor=actor,
        draft_id=row.pk,
        title=given["title"].strip(),
        lead=given["lead"].strip(),
        body=given["body"].strip(),
        note=given["note"].strip(),
        now=now,
        expected_version=form.expected_version,
    )


def _draft_page(
    request: HttpRequest,
    page: str,
    language: str,
    form: DraftForm,
    row: ArticleVersion | None,
    status: int = 200,
) -> HttpResponse:
    shown = row or ArticleVersion(**_shown(page, language))
    found: Any = pages.DraftPage.of(request.actor, page, language, shown)  # type: ignore[attr-defined]
    context = {"page": found, "form": form, "is_saved": row is not None}
    return render(request, f"{ROOM}/draft.html", context, status=status)


def _history(
    request: HttpRequest, page: str, language: str, form: ActionForm, status: int = 200
) -> HttpResponse:
    _known(page, language)
    found = pages.HistoryPage.of(request.actor, page, language)  # type: ignore[attr-defined]
    return render(request, f"{ROOM}/history.html", {"page": found, "form": form}, status=status)


def _open_draft(page: str, language: str) -> ArticleVersion | None:
    return ArticleVersion.objects.filter(
        article__code=page, article__language=language, published_at=None
    ).first()


def _needed_draft(page: str, language: str) -> ArticleVersion:
    _known(page, language)
    row = _open_draft(page, language)
    if row is None:
        raise StaleVersion
    return row


def _fields_of(row: ArticleVersion) -> dict[str, str]:
    return {"title": row.title, "lead": row.lead, "body": row.body, "note": row.note}


def _shown(page: str, language: str) -> dict[str, str]:
    wording = shown_text(page, language).wording
    return {"title": wording.title, "lead": wording.lead, "body": wording.body}
