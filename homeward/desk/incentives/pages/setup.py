"""What the setup of incentives prints."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from homeward.core.components import Fact, Tab
from homeward.desk.incentives.forms import StopForm
from homeward.desk.setup.pages import setup_tabs
from homeward.drugtests.words import ANALYTES
from homeward.incentives import texts, words
from homeward.incentives.models import Protocol
from homeward.incentives.queries import terms_of


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a schedule and what may be done with it."""

    name: str
    tag: str
    tone: str
    lines: tuple[str, ...]
    facts: tuple[Fact, ...]
    act: str
    look: str
    url: str
    form: StopForm


@dataclass(frozen=True, slots=True)
class SetupPage:
    """All versions of a program, the newest first."""

    program: Any
    tabs: tuple[Tab, ...]
    kinds: tuple[Tab, ...]
    versions: tuple[Version, ...]
    may_write: bool

    @classmethod
    def of(cls, program: Any, kind: str, may_write: bool) -> "SetupPage":
        """One query."""
        here = reverse("desk:setup_incentives")
        rows = Protocol.objects.filter(program=program).select_related("adopted_by")
        return cls(
            program,
            setup_tabs("desk:setup_incentives"),
            tuple(
                Tab(str(label), f"{here}?kind={code}", code == kind)
                for code, label in words.KINDS.items()
            ),
            tuple(_version(row) for row in rows.order_by("-starts_on", "-written_at")),
            may_write,
        )


def _version(row: Protocol) -> Version:
    language = texts.language_for((get_language() or "en")[:2])
    tag, tone, act = _("not adopted"), "attention", _("Adopt")
    if row.ended_at:
        tag, tone, act = _("ended"), "neutral", ""
    elif row.adopted_at:
        tag, tone, act = _("in force"), "done", _("End it")
    route = "desk:setup_incentive_end" if row.adopted_at else "desk:setup_incentive_adoption"
    facts = [
        Fact(_("Kind"), str(words.KINDS[row.kind])),
        Fact(_("From"), date_format(row.starts_on)),
        Fact(_("Source of the schedule"), row.source_title),
        Fact(_("Source of the caps"), row.cap_source, not_adopted=row.adopted_at is None),
    ]
    if row.target == Protocol.Target.TEST:
        named = ", ".join(str(ANALYTES.get(code, code)) for code in row.substances)
        facts.insert(1, Fact(_("Named substances"), named))
        facts.insert(2, Fact(_("Not confirmed"), str(words.UNCONFIRMED[row.unconfirmed])))
    if row.adopted_at and row.adopted_by:
        day = date_format(localtime(row.adopted_at))
        facts.append(Fact(_("Adopted"), f"{row.adopted_by.name}, {day}"))
    lines = texts.in_words(language, terms_of(row), row.target)
    look = "quiet" if row.adopted_at else "primary"
    url, form = reverse(route, args=[row.pk]), StopForm(version=row.version)
    return Version(row.name, tag, tone, lines, tuple(facts), act, look, url, form)
