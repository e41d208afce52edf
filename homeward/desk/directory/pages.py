"""All that the directory's staff pages print."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Act, Cell, Column, Fact, Moment, Row, Tab, Table
from homeward.directory import words
from homeward.directory.actions.keep import may_keep
from homeward.directory.actions.take_sheet import Trial
from homeward.directory.models import Service, ServiceEdit
from homeward.directory.queries import find, history_of, services, stretches_of
from homeward.directory.rules.checking import CURRENT, NEVER, Standing, standing
from homeward.directory.rules.opening import write_hours
from homeward.directory.rules.searching import Wanted
from homeward.directory.zips import area_of
from homeward.program.models import Program
from homeward.program.queries import numbers_for

STANDINGS = ("to_check", "retired")


def check_every(today: date) -> int:
    """After how many days an entry is to be checked again, by the first program's number."""
    program = Program.objects.order_by("code").first()
    return int(numbers_for(program, today)["directory_check_days"])


def checked_words(row: Service, now: datetime, stand: Standing) -> str:
    """When and by whom, honestly; never is said as never."""
    if stand.state == NEVER or row.verified_on is None:
        return _("Never checked with the place")
    facts = {
        "when": date_format(row.verified_on, "F Y" if row.verified_on.year != now.year else "F"),
        "who": row.verified_by.name if row.verified_by else "",
    }
    if stand.state == CURRENT:
        return _("last checked in %(when)s by %(who)s") % facts
    return _("last checked in %(when)s by %(who)s, due again") % facts


def payers_words(row: Service) -> str:
    """Who may pay there, or that it is not known."""
    return ", ".join(words.said(words.PAYERS, row.payers)) or _("not known")


@dataclass(frozen=True, slots=True)
class DirectoryPage:
    """The list with its filters."""

    subline: str
    table: Table
    filters: tuple[Tab, ...]
    options: tuple[tuple[str, str, bool], ...]
    text: str
    near: str
    near_unknown: bool
    show: str
    may_keep: bool

    @classmethod
    def of(cls, actor: Actor, asked: dict[str, str], now: datetime) -> "DirectoryPage":
        """By name, or the nearest first when a ZIP is given."""
        today, show = timezone.localtime(now).date(), asked.get("show", "")
        every = check_every(today)
        near = asked.get("near", "").strip()
        origin = area_of(near) if near else None
        option = asked.get("option", "")
        wanted = Wanted(options=frozenset({option} if option in words.OPTIONS else ()))
        text = asked.get("q", "").replace("\0", "").strip()[:60]
        every_row = services(with_retired=True, text=text)
        kept = [row for row in every_row if row.retired_at is None]
        stands = {row.pk: standing(row.verified_on, today, every) for row in every_row}
        to_check = [row for row in kept if stands[row.pk].state != CURRENT]
        retired = [row for row in every_row if row.retired_at is not None]
        rows = {"to_check": to_check, "retired": retired}.get(show, kept)
        found = find(rows, wanted, origin, now)
        counts = {"": len(kept), "to_check": len(to_check), "retired": len(retired)}
        names = {"": _("On the list"), "to_check": _("To check"), "retired": _("Off the list")}
        return cls(
            subline=_("%(count)s places elsewhere · checked every %(days)s days")
            % {"count": len(kept), "days": every},
            table=Table(
                _("Places elsewhere"),
                (
                    Column(_("Place")),
                    Column(_("Offers")),
                    Column(_("Where")),
                    Column(_("Phone")),
                    Column(_("Payers")),
                    Column(_("Checked")),
                ),
                tuple(
                    Row(
                        (
                            Cell(
                                each.service.name,
                                url=reverse("desk:directory_service", args=[each.service.pk]),
                            ),
                            Cell(", ".join(words.said(words.OPTIONS, each.service.options))),
                            Cell(_where(each.service, each.miles)),
                            Cell(each.service.phone),
                            Cell(payers_words(each.service)),
                            Cell(checked_words(each.service, now, stands[each.service.pk])),
                        )
                    )
                    for each in found
                ),
                empty=_("No place fits. Ask for less, or add one."),
            ),
            filters=tuple(
                Tab(
                    names[code],
                    f"{reverse('desk:directory')}?{urlencode({'show': code, 'q': text, 'near': near, 'option': option})}",  # noqa: E501 - one address
                    current=show == code,
                    badge=counts[code],
                )
                for code in ("", *STANDINGS)
            ),
            options=tuple(
                (str(code), str(said), code == option) for code, said in words.OPTIONS.items()
            ),
            text=text,
            near=near,
            near_unknown=bool(near) and origin is None,
            show=show,
            may_keep=may_keep(actor),
        )


def _where(row: Service, miles: float | None) -> str:
    place = " ".join(filter(None, (row.city, row.zip_code)))
    if miles is None:
        return place
    far = number_format(miles, 1 if miles < 10 else 0)
    return _("%(place)s · %(miles)s miles") % {"place": place, "miles": far}


@dataclass(frozen=True, slots=True)
class ServicePage:
    """One place with its history."""

    row: Service
    title: str
    subline: str
    options: tuple[str, ...]
    facts: tuple[Fact, ...]
    checked: str
    is_current: bool
    is_retired: bool
    due: str
    history: tuple[Moment, ...]
    may_keep: bool

    @classmethod
    def of(cls, actor: Actor, row: Service, now: datetime) -> "ServicePage":
        """As it stands, and who said so when."""
        today = timezone.localtime(now).date()
        stand = standing(row.verified_on, today, check_every(today))
        return cls(
            row=row,
            title=row.name,
            subline=row.organisation,
            options=tuple(words.said(words.OPTIONS, row.options)),
            facts=(
                Fact(_("Phone"), row.phone),
                Fact(_("Where"), ", ".join(filter(None, (row.address, row.city, row.zip_code)))),
                Fact(_("Hours"), write_hours(stretches_of(row))),
                Fact(_("Languages"), ", ".join(words.said(words.LANGUAGES, row.languages))),
                Fact(_("Who pays"), ", ".join(words.said(words.PAYERS, row.payers))),
                Fact(_("Takes"), ", ".join(words.said(words.TAKES, row.takes))),
                Fact(_("Web address"), row.web),
                Fact(_("Good to know"), row.notes),
                Fact(_("Code in files"), row.code),
            ),
            checked=checked_words(row, now, stand),
            is_current=stand.state == CURRENT,
            is_retired=row.retired_at is not None,
            due=_("to be checked again by %(day)s") % {"day": date_format(stand.due_on, "j M Y")}
            if stand.due_on
            else "",
            history=tuple(_moment(edit) for edit in history_of(row)),
            may_keep=may_keep(actor),
        )


def _moment(edit: ServiceEdit) -> Moment:
    if edit.what == ServiceEdit.What.CHANGED:
        named = ", ".join(words.said(words.FIELDS, edit.fields))
        what = _("Changed: %(fields)s") % {"fields": named}
    else:
        what = str(words.EDITS[edit.what])
    return Moment(
        date_format(timezone.localtime(edit.at), "j M Y H:i"),
        what,
        by=edit.by.name if edit.by else _("the program"),
        detail=_("from a file") if edit.note == "file" else edit.note,
    )


@dataclass(frozen=True, slots=True)
class TrialPage:
    """What taking a file in would do."""

    trial: Trial
    problems: Table
    added: str
    changed: str
    same: str
    is_right: bool
    back: Act

    @classmethod
    def of(cls, trial: Trial) -> "TrialPage":
        """Each problem with its line, its column and its mend."""
        return cls(
            trial=trial,
            problems=Table(
                _("What is not right yet"),
                (Column(_("Line"), numeric=True), Column(_("Column")), Column(_("What to do"))),
                tuple(
                    Row(
                        (
                            Cell(str(each.line)),
                            Cell(each.column or _("whole line")),
                            Cell(str(words.PROBLEMS[each.code]) % {"found": each.found}),
                        )
                    )
                    for each in trial.problems
                ),
            ),
            added=", ".join(trial.added),
            changed=", ".join(trial.changed),
            same=str(len(trial.same)),
            is_right=not trial.problems,
            back=Act(_("Choose another file"), reverse("desk:directory_sheet")),
        )
