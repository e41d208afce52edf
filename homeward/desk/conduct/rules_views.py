"""The rules in force, their history, and writing the next edition with its preview."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from homeward.conduct import actions
from homeward.conduct.actions.rules import writes_rules
from homeward.conduct.models import RulesEdition
from homeward.conduct.reaching import edition_in_force
from homeward.conduct.rules.wording import RulesText, faults_between, read_rules
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import STAFF, Actor
from homeward.core.components import Tab
from homeward.core.forms import ActionForm
from homeward.core.policies import open_to, requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal, StaleVersion
from homeward.desk.conduct.room_forms import RulesForm
from homeward.desk.conduct.saying import say
from homeward.kernel.reading_grade import grade_of
from homeward.kernel.records import RecordClass
from homeward.program.models import Program
from homeward.publishing.rules.changes import Line, Wording, changes_between

C, A = RecordClass.PUBLIC, Access.APPROVE
ROOM = "desk/conduct"


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the history, with what it changed."""

    number: int
    when: str
    by: str
    note: str
    asks_again: bool
    changes: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RulesPage:
    """The rules in force and before."""

    text: RulesText | None
    languages: tuple[Tab, ...]
    number: int
    editions: tuple[Edition, ...]
    has_draft: bool
    may_write: bool
    form: ActionForm

    @classmethod
    def of(cls, actor: Actor, language: str) -> "RulesPage":
        """The first program's rules in one language."""
        program = Program.objects.order_by("code").first()
        edition = edition_in_force(program)
        url = reverse("desk:conduct_rules")
        rows = list(
            RulesEdition.objects.filter(program=program, published_at__isnull=False)
            .select_related("published_by")
            .order_by("number")
        )
        spanish = language == "es"
        text = read_rules(edition.spanish if spanish else edition.english) if edition else None
        return cls(
            text=text,
            languages=(
                Tab(_("English"), url, not spanish),
                Tab(_("Spanish"), f"{url}?in=es", spanish),
            ),
            number=edition.number if edition else 0,
            editions=tuple(reversed([_edition(row, rows, n) for n, row in enumerate(rows)])),
            has_draft=RulesEdition.objects.filter(program=program, published_at=None).exists(),
            may_write=writes_rules(actor),
            form=ActionForm(),
        )


@open_to((STAFF,), methods=("GET", "POST"))
def rules(request: HttpRequest) -> HttpResponse:
    """Everybody of staff reads the rules; who writes them begins the next edition."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if request.method == "POST":
        program = Program.objects.order_by("code").first()
        if program is not None:
            actions.start_rules_draft(actor=actor, program_id=program.pk, now=clock.now())
        return redirect("desk:conduct_rules_draft")
    page = RulesPage.of(actor, request.GET.get("in", "en"))
    return render(request, f"{ROOM}/rules.html", {"page": page})


@requires(C, get=A, post=A)
def rules_draft(request: HttpRequest) -> HttpResponse:
    """The words of the next edition, saved as often as one likes, with what clients will read."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    draft = RulesEdition.objects.filter(published_at=None).order_by("number").first()
    if draft is None:
        return redirect("desk:conduct_rules")
    initial = {
        "english": draft.english, "spanish": draft.spanish, "note": draft.note,
        "asks_again": draft.asks_again,
    }  # fmt: skip
    form = RulesForm(request.POST or None, initial=initial, version=draft.version)
    if request.method == "POST" and form.is_valid():
        typed = {name: value for name, value in form.cleaned_data.items() if name in initial}
        try:
            saved = actions.save_rules_draft(
                actor=actor, edition_id=draft.pk, now=clock.now(),
                expected_version=form.expected_version, **typed,
            )  # fmt: skip
            if "publish" in request.POST:
                actions.publish_rules(
                    actor=actor, edition_id=draft.pk, now=clock.now(),
                    expected_version=saved.version,
                )  # fmt: skip
        except StaleVersion:
            raise
        except Refusal as refusal:
            say(form, refusal, {"rules_note_missing": "note"})
            draft.refresh_from_db()
            sent: Any = form.data.copy()  # type: ignore[attr-defined]
            sent["form_version"] = str(draft.version)
            form.data = sent
        else:
            if "publish" in request.POST:
                messages.success(request, _("In force. Everybody who must sign finds it waiting."))
                return redirect("desk:conduct_rules")
            messages.success(request, _("Saved. Clients read the edition in force meanwhile."))
            return redirect("desk:conduct_rules_draft")
    typed_english = form.data.get("english", draft.english) if form.is_bound else draft.english
    typed_spanish = form.data.get("spanish", draft.spanish) if form.is_bound else draft.spanish
    english, spanish = read_rules(typed_english), read_rules(typed_spanish)
    faults = (*english.faults, *spanish.faults, *faults_between(english, spanish))
    before = edition_in_force(draft.program)
    facts = {
        "form": form, "number": draft.number, "english": english, "spanish": spanish,
        "faults": [(words_for(code), where) for code, where in faults],
        "changes": _changes(before, typed_english) if before else (),
        "grades": (_grade(english, "en"), _grade(spanish, "es")),
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render(request, f"{ROOM}/rules_draft.html", facts, status=status)


def _grade(text: RulesText, language: str) -> str:
    """How easily it reads, as said beside the preview; clients are owed grade 6."""
    lines = [line.words for section in text.sections for line in section.lines]
    grade = grade_of("\n\n".join(lines), language) or 0
    return _("as clients read it · grade %(grade)s") % {"grade": f"{grade:.0f}"}


def _edition(row: RulesEdition, rows: list[RulesEdition], place: int) -> Edition:
    when = date_format(localtime(row.published_at), "j M Y") if row.published_at else ""
    return Edition(
        row.number,
        when,
        row.published_by.name if row.published_by else "",
        row.note,
        row.asks_again,
        _changes(rows[place - 1], row.english) if place else (),
    )


def _changes(before: RulesEdition, english: str) -> tuple[Line, ...]:
    return changes_between(Wording("", "", before.english), Wording("", "", english))
