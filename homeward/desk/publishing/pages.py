"""All that the staff pages of the public words print."""

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Tab
from homeward.desk.publishing import words
from homeward.kernel.reading_grade import grade_of
from homeward.publishing import queries
from homeward.publishing.models import ArticleVersion
from homeward.publishing.queries import Standing, wording_of
from homeward.publishing.rights import may_publish, may_write
from homeward.publishing.rules.changes import Line, Wording, changes_between
from homeward.publishing.rules.markup import Block, blocks_of, plain_words, problems_in
from homeward.publishing.rules.standing import reads_too_hard
from homeward.publishing.shipped import PAGES, shipped


@dataclass(frozen=True, slots=True)
class Grade:
    """How many years of school a wording asks; `words` says it whole."""

    words: str
    is_too_hard: bool

    @classmethod
    def of(cls, wording: Wording, language: str) -> "Grade":
        grade = grade_of(
            plain_words(f"{wording.title}\n\n{wording.lead}\n\n{wording.body}"), language
        )
        if grade is None:
            return cls(_("No reading grade yet"), False)
        if grade < 1:
            return cls(_("Reading grade below 1"), False)
        shown = grade.quantize(Decimal(1)) if grade == grade.to_integral() else grade
        return cls(_("Reading grade %(grade)s") % {"grade": shown}, reads_too_hard(grade))


@dataclass(frozen=True, slots=True)
class Side:
    """One page in one language."""

    code: str
    language: str
    language_words: str
    title: str
    lead: str
    blocks: tuple[Block, ...]
    state: str
    tone: str
    when: str
    grade: Grade
    has_draft: bool
    is_behind: bool
    brings_newer: bool
    newer: tuple[Line, ...]
    version_id: object

    @classmethod
    def of(cls, standing: Standing) -> "Side":
        state, tone = words.STATES[standing.state]
        wording = standing.shown.wording
        newer: tuple[Line, ...] = ()
        if standing.brings_newer:
            newer = changes_between(wording, shipped(standing.code, standing.language).wording)
        return cls(
            standing.code,
            standing.language,
            str(words.LANGUAGES[standing.language]),
            wording.title,
            wording.lead,
            blocks_of(wording.body),
            str(state),
            tone,
            _when(standing.shown.version),
            Grade.of(wording, standing.language),
            standing.draft is not None,
            standing.state == "behind",
            standing.brings_newer,
            newer,
            standing.shown.version.pk if standing.shown.version else None,
        )


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page with its two languages."""

    code: str
    title: str
    url: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class PagesPage:
    """Every public page, and how many questions wait."""

    rows: tuple[PageRow, ...]
    behind: int
    waiting: int

    @classmethod
    def of(cls) -> "PagesPage":
        by_code: dict[str, list[Side]] = {}
        for standing in queries.standings():
            by_code.setdefault(standing.code, []).append(Side.of(standing))
        rows = tuple(
            PageRow(
                code,
                by_code[code][0].title,
                reverse("desk:public_page", args=[code]),
                tuple(by_code[code]),
            )
            for code in PAGES
        )
        behind = sum(side.is_behind for row in rows for side in row.sides)
        return cls(rows, behind, queries.numbers_of_questions().get("waiting", 0))


@dataclass(frozen=True, slots=True)
class OnePage:
    """One page, English and Spanish side by side."""

    code: str
    title: str
    sides: tuple[Side, ...]
    may_write: bool
    may_publish: bool

    @classmethod
    def of(cls, actor: Actor, code: str) -> "OnePage":
        sides = tuple(Side.of(each) for each in queries.standings([code]))
        return cls(code, sides[0].title, sides, may_write(actor), may_publish(actor))


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A draft being written, with the other language beside it."""

    code: str
    language: str
    language_words: str
    address: str
    version: ArticleVersion
    grade: Grade
    problems: tuple[str, ...]
    changes: tuple[Line, ...]
    beside: Side | None
    may_publish: bool
    preview_url: str

    @classmethod
    def of(cls, actor: Actor, code: str, language: str, draft: ArticleVersion) -> "DraftPage":
        wording = wording_of(draft)
        sides = {each.language: each for each in queries.standings([code])}
        beside = next((each for key, each in sides.items() if key != language), None)
        return cls(
            code,
            language,
            str(words.LANGUAGES[language]),
            reverse("desk:public_page_draft", args=[code, language]),
            draft,
            Grade.of(wording, language),
            problem_words(wording.body),
            changes_between(sides[language].shown.wording, wording),
            Side.of(beside) if beside else None,
            may_publish(actor),
            reverse("website:preview", args=[draft.pk]),
        )


@dataclass(frozen=True, slots=True)
class Past:
    """One version in the history with what it changed."""

    version: ArticleVersion
    title: str
    when: str
    by: str
    note: str
    changes: tuple[Line, ...]
    is_shown: bool
    is_draft: bool


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Every version of a page in one language, newest first."""

    code: str
    language_words: str
    language: str
    title: str
    versions: tuple[Past, ...]
    may_write: bool
    has_draft: bool

    @classmethod
    def of(cls, actor: Actor, code: str, language: str) -> "HistoryPage":
        rows = queries.history_of(code, language)
        shown = next((row for row in rows if row.published_at), None)
        older = [*rows[1:], None]
        past = tuple(_past(row, before, shown) for row, before in zip(rows, older, strict=True))
        return cls(
            code,
            str(words.LANGUAGES[language]),
            language,
            queries.shown_text(code, language).wording.title,
            past,
            may_write(actor),
            any(each.is_draft for each in past),
        )


def problem_words(body: str) -> tuple[str, ...]:
    """What the page cannot do, in words."""
    return tuple(str(words.PROBLEMS[code]) % {"words": about} for code, about in problems_in(body))


def parts_of_questions(state: str, numbers: dict[str, int]) -> tuple[Tab, ...]:
    """The filter above the queue of questions."""
    return tuple(
        Tab(
            str(label),
            f"{reverse('desk:public_questions')}?state={code}",
            code == state,
            numbers.get(code, 0),
        )
        for code, label in words.QUESTION_STATES.items()
    )


def _when(version: ArticleVersion | None) -> str:
    if version is None:
        return _("as it came with Homeward")
    if version.made_by is None:
        return _("as it came with Homeward")
    return _("published %(when)s by %(who)s") % {
        "when": moment_words(version.published_at),
        "who": version.published_by.name if version.published_by else "",
    }


def moment_words(instant: object) -> str:
    """A moment with its weekday, in the house's time."""
    return date_format(localtime(instant), "D j M Y, H:i") if instant else ""  # type: ignore[arg-type]


def _past(row: ArticleVersion, before: ArticleVersion | None, shown: object) -> Past:
    if row.made_by is None:
        when, by = _("before the first change"), None
    elif row.published_at is None:
        when, by = _("draft of %(when)s"), row.made_by
    else:
        when, by = _("published %(when)s"), row.published_by
    note = row.note
    if row.restored_from:
        again = _("wording of version %(number)s again") % {"number": row.restored_from.number}
        note = f"{again}. {note}" if note else again
    return Past(
        row,
        _("Version %(number)s") % {"number": row.number},
        when % {"when": moment_words(row.published_at or row.made_at)},
        by.name if by else _("came with Homeward"),
        note,
        changes_between(wording_of(before), wording_of(row)) if before else (),
        row is shown,
        row.published_at is None,
    )
