"""Find a program: the public search among places elsewhere.

The ZIP is sent in the body of a form, looked up in the installed table and forgotten: it is in no
address, no log, no cookie, no cache and no row. Web addresses are text, so that no place learns
who looked.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.core import clock
from homeward.core.components import Fact
from homeward.core.policies import EVERYONE, open_to
from homeward.directory import words
from homeward.directory.queries import Found, find, services
from homeward.directory.rules.opening import Stretch, write_hours
from homeward.directory.rules.searching import Wanted
from homeward.directory.zips import Area, area_of, is_written_right
from homeward.website.answering import public_page
from homeward.website.limits import too_many_requests
from homeward.website.pages import Phone, phone

MOST_SHOWN = 30
NEXT_DOOR = 0.1  # miles; two middles of one area are no distance
MILES = ("5", "10", "25", "50")
DAY_WORDS = {
    "Mon": gettext_lazy("Mon"),
    "Tue": gettext_lazy("Tue"),
    "Wed": gettext_lazy("Wed"),
    "Thu": gettext_lazy("Thu"),
    "Fri": gettext_lazy("Fri"),
    "Sat": gettext_lazy("Sat"),
    "Sun": gettext_lazy("Sun"),
}


class FindForm(forms.Form):
    """What somebody looks for; every part may be left open."""

    options = forms.MultipleChoiceField(
        label=gettext_lazy("What kind of help?"),
        required=False,
        choices=list(words.OPTIONS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    zip_code = forms.CharField(
        label=gettext_lazy("ZIP code"),
        required=False,
        max_length=10,
        help_text=gettext_lazy("To sort by distance. We do not keep it."),
    )
    within = forms.ChoiceField(label=gettext_lazy("How far?"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False)
    payer = forms.ChoiceField(label=gettext_lazy("Who pays?"), required=False)
    takes = forms.ChoiceField(label=gettext_lazy("For whom?"), required=False)
    open_now = forms.BooleanField(label=gettext_lazy("Open now"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        within = [(n, _("within %(n)s miles") % {"n": n}) for n in MILES]
        self._offer("within", _("Any distance"), within)
        self._offer("language", _("Any language"), list(words.LANGUAGES.items()))
        self._offer("payer", _("Not sure yet"), list(words.PAYERS.items()))
        self._offer("takes", _("Anyone"), list(words.TAKES.items()))

    def _offer(self, name: str, anything: str, choices: list[Any]) -> None:
        self.fields[name].choices = [("", anything), *choices]  # type: ignore[attr-defined]

    def clean_zip_code(self) -> str:
        """Five digits, of an area that exists; the part after a hyphen is dropped."""
        typed: str = self.cleaned_data["zip_code"].strip().split("-")[0]
        if typed and not is_written_right(typed):
            raise forms.ValidationError(_("Write five digits, like 60614."))
        self.area: Area | None = area_of(typed) if typed else None
        if typed and self.area is None:
            raise forms.ValidationError(
                _("We do not know this ZIP code. Look it up, or leave it empty.")
            )
        return typed

    def clean(self) -> dict[str, Any]:
        """A distance is counted from somewhere."""
        given = super().clean() or self.cleaned_data
        if given.get("within") and not given.get("zip_code") and "zip_code" not in self.errors:
            self.add_error("zip_code", _("Write your ZIP code, so that we know from where."))
        return given

    @property
    def wanted(self) -> Wanted:
        """After validation: the question, without the ZIP."""
        given = self.cleaned_data
        return Wanted(
            options=frozenset(given["options"]),
            language=given["language"],
            payer=given["payer"],
            takes=given["takes"],
            open_now=given["open_now"],
            within_miles=float(given["within"]) if given["within"] else None,
        )


@dataclass(frozen=True, slots=True)
class Card:
    """One place in words."""

    name: str
    organisation: str
    options: tuple[str, ...]
    far: str
    phone: Phone | None
    opening: str
    is_open: bool
    facts: tuple[Fact, ...]
    notes: str
    checked: str


@dataclass(frozen=True, slots=True)
class FindPage:
    """What was found."""

    cards: tuple[Card, ...]
    title: str
    more: str
    phone: Phone | None

    @classmethod
    def of(cls, wanted: Wanted, origin: Area | None, now: datetime) -> "FindPage":
        """The nearest first, or by name."""
        found = find(services(), wanted, origin, now)
        count = len(found)
        title = ngettext("%(count)s place", "%(count)s places", count) % {"count": count}
        more = ""
        if count > MOST_SHOWN:
            more = _("The first %(count)s are shown. Say more above to see fewer.") % {
                "count": MOST_SHOWN
            }
        return cls(tuple(card_of(each) for each in found[:MOST_SHOWN]), title, more, phone())


def card_of(found: Found) -> Card:
    """A place as the public reads it; what is not known says so."""
    row = found.service
    unknown = _("not known, ask them")
    facts = (
        Fact(_("Where"), ", ".join(filter(None, (row.address, row.city, row.zip_code)))),
        Fact(_("Hours"), hours_words(row.hours) or unknown),
        Fact(_("Languages"), _listed(words.LANGUAGES, row.languages) or unknown),
        Fact(_("Who pays"), _listed(words.PAYERS, row.payers) or unknown),
        Fact(_("Takes"), _listed(words.TAKES, row.takes) or unknown),
        Fact(_("On the web"), row.web),
    )
    return Card(
        name=row.name,
        organisation=row.organisation if row.organisation != row.name else "",
        options=tuple(words.said(words.OPTIONS, row.options)),
        far=far_words(found.miles),
        phone=Phone(row.phone) if row.phone else None,
        opening=_opening(found.is_open),
        is_open=found.is_open is True,
        facts=tuple(fact for fact in facts if fact.value),
        notes=row.notes,
        checked=checked_words(row.verified_on),
    )


def far_words(miles: float | None) -> str:
    """Miles as they are compared; empty without an origin."""
    if miles is None:
        return ""
    if miles < NEXT_DOOR:
        return _("in this ZIP area")
    shown = number_format(miles, 1 if miles < 10 else 0)
    return _("about %(miles)s miles") % {"miles": shown}


def hours_words(rows: list[list[int]]) -> str:
    """Opening hours in the reader's language; empty when they are not known."""
    text = write_hours(Stretch(*row) for row in rows)
    if text == "24/7":
        return _("day and night")
    for name, said in DAY_WORDS.items():
        text = text.replace(name, str(said))
    return text


def checked_words(on: date | None) -> str:
    """By month and year: the day says no more."""
    if on is None:
        return _("Not checked yet: call before you go")
    return _("Checked %(month)s") % {"month": date_format(on, "F Y")}


def _opening(is_open: bool | None) -> str:
    if is_open is None:
        return _("Hours not known, call first")
    return _("Open now") if is_open else _("Closed now")


def _listed(table: words.Words, codes: list[str]) -> str:
    return ", ".join(words.said(table, codes))


@open_to(EVERYONE, methods=("GET", "POST"), once=False)
def find_program(request: HttpRequest) -> HttpResponse:
    """The places, or those that fit. Nothing of the question is kept, so it has no form key."""
    form = FindForm(request.POST if request.method == "POST" else None)
    facts: dict[str, Any] = {"form": form, "searched": form.is_bound}
    if form.is_bound and too_many_requests(request, "find"):
        return public_page(request, "pause", 429, phone=phone(), **facts)
    status = 200
    if form.is_bound and not form.is_valid():
        status = 422
    elif form.is_bound:
        facts["page"] = FindPage.of(form.wanted, form.area, clock.now())
    else:
        facts["page"] = FindPage.of(Wanted(), None, clock.now())
    return public_page(request, "find", status, **facts)
