"""The public pages. They set nothing but the form's own cookie and tell nobody who came."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import override

from homeward.admissions.actions.take_inquiry import take_inquiry
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import NOBODY
from homeward.core.policies import EVERYONE, open_to, requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.kernel.records import RecordClass
from homeward.program.models import Site
from homeward.publishing.models import ArticleVersion
from homeward.publishing.queries import wording_of
from homeward.publishing.shipped import PAGES
from homeward.website import pages
from homeward.website.answering import public_page
from homeward.website.carrying import words_of
from homeward.website.forms import WHEN, AskForm
from homeward.website.limits import too_many_requests
from homeward.website.reading import OWN, ReadingPage, language_now, links


@open_to()
def home(request: HttpRequest) -> HttpResponse:
    """What an intensive outpatient program is, what is open now, and where help is."""
    return public_page(
        request, "home", page=pages.HomePage.of(clock.now()), links=links(language_now())
    )


@open_to()
def program(request: HttpRequest) -> HttpResponse:
    """The hours, the stages, a sample day and the rules, as they are loaded."""
    return public_page(request, "program", page=pages.ProgramPage.of(), links=links(language_now()))


@open_to()
def paying(request: HttpRequest) -> HttpResponse:
    """Who pays, and what happens when nobody does."""
    return public_page(request, "reading", page=ReadingPage.of("paying"), phone=pages.phone())


@open_to()
def privacy(request: HttpRequest) -> HttpResponse:
    """What the law promises, and what this site keeps."""
    return public_page(request, "reading", page=ReadingPage.of("privacy"), phone=pages.phone())


@open_to()
def reading(request: HttpRequest, page: str) -> HttpResponse:
    """One page of words, as it is published now."""
    if page not in PAGES or page in OWN:
        raise Http404
    return public_page(request, "reading", page=ReadingPage.of(page), phone=pages.phone())


@requires(RecordClass.PUBLIC, get=Access.WRITE)
def preview(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """A draft or an older wording as the public would read it; only staff who write see it."""
    version = ArticleVersion.objects.select_related("article").get(pk=version_id)
    article = version.article
    with override(article.language):
        page = ReadingPage.with_words(article.code, article.language, wording_of(version))
        return public_page(request, "reading", page=page, phone=pages.phone(), is_preview=True)


@open_to(EVERYONE, methods=("GET", "POST"), record_class=RecordClass.INQUIRIES)
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for a call without a name. Whoever is signed in here asks as nobody."""
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if too_many_requests(request):
            return public_page(request, "pause", status=429, phone=pages.phone())
        try:
            _take(form)
        except Refusal as refusal:
            form.add_error(None, [words_for(code) for code in refusal.codes])
        else:
            return redirect("website:thanks")
    status = 422 if form.errors else 200
    return public_page(request, "ask", status=status, form=form, phone=pages.phone())


@open_to()
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens next; the same words for everybody."""
    return public_page(request, "thanks", phone=pages.phone())


def _take(form: AskForm) -> None:
    given = form.cleaned_data
    wants_a_call = given["how"] != "i_call"
    track = form.tracks.get(given["track"])
    site = track.site if track else Site.objects.order_by("code").first()
    if site is None:
        raise NothingLoaded
    take_inquiry(
        actor=NOBODY,
        site_id=site.pk,
        program_id=track.program_id if track else None,
        wanted_track_id=track.pk if track else None,
        caller_name=given["call_me"].strip() or _no_name(),
        relation=given["relation"],
        phone=given["phone"],
        may_call_back=wants_a_call,
        may_leave_message=wants_a_call and given["may_leave_message"],
        message_name=given["message_name"] if wants_a_call else "",
        referral_source="website",
        note=_note(form),
        now=clock.now(),
    )


def _note(form: AskForm) -> str:
    """What staff read: the person's words, the good time, and the answers they chose to send."""
    given = form.cleaned_data
    with override(settings.LANGUAGE_CODE):
        parts = [given["note"].strip()]
        if given["when"]:
            parts.append(_("Good time to call: %(when)s") % {"when": dict(WHEN)[given["when"]]})
        if kept := words_of(form.kept_answers):
            title = _("Sent with the request, by the person's choice, from the check:")
            parts.append("\n".join([title, *(f"- {line}" for line in kept.values())]))
        return "\n\n".join(filter(None, parts))


def _no_name() -> str:
    """What staff read in place of a name: in the house's language, not the visitor's."""
    with override(settings.LANGUAGE_CODE):
        return _("No name given")


class NothingLoaded(Refusal):
    """There is no program yet that could call back."""
