"""What a draft shows its author before signing: names, words that may be names, twin sentences.

Nothing here blocks by itself: the signing rule says what stands in the way.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.notes.drafting import EXACT, SessionDrafting
from homeward.notes.models import ClientNote
from homeward.notes.rules.names import CERTAIN, Found
from homeward.notes.rules.similarity import Likeness

AROUND = 28  # letters shown either side of a word that is asked about


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `kind` is "name", "asked" or empty."""

    text: str
    kind: str = ""

    @property
    def is_name(self) -> bool:
        return self.kind == "name"


@dataclass(frozen=True, slots=True)
class Question:
    """A word the author is asked about, in its place; `is_certain` stands in the way."""

    word: str
    before: str
    after: str
    is_certain: bool


@dataclass(frozen=True, slots=True)
class TwinLine:
    """A sentence and the one it is like."""

    sentence: str
    twin: str
    percent: int


@dataclass(frozen=True, slots=True)
class Honest:
    """Everything the two checks found in one draft."""

    pieces: tuple[Piece, ...]
    questions: tuple[Question, ...]
    alike: str
    where: str
    twins: tuple[TwinLine, ...]

    @property
    def has_findings(self) -> bool:
        return bool(self.questions or self.alike)

    @property
    def has_names(self) -> bool:
        return any(each.is_certain for each in self.questions)


def honest_of(note: ClientNote, drafting: SessionDrafting) -> Honest:
    """The findings of one draft in words."""
    found = tuple(sorted((*drafting.names_in(note), *drafting.asked_in(note))))
    text, alike = str(note.body), drafting.alike_to(note)
    beside = drafting.beside(note)
    return Honest(
        pieces_of(text, found),
        questions_in(((text, found), *beside)),
        _("%(percent)s%% like another note") % {"percent": alike.percent} if alike else "",
        _where(note, alike, drafting) if alike else "",
        tuple(TwinLine(t.sentence, t.twin, t.percent) for t in alike.twins) if alike else (),
    )


def pieces_of(text: str, found: Iterable[Found]) -> tuple[Piece, ...]:
    """A text cut at the places found in it."""
    pieces, begins = [], 0
    for place in found:
        pieces.append(Piece(text[begins : place.start]))
        kind = "name" if place.sure == CERTAIN else "asked"
        pieces.append(Piece(text[place.start : place.end], kind))
        begins = place.end
    pieces.append(Piece(text[begins:]))
    return tuple(piece for piece in pieces if piece.text)


def questions_of(text: str, found: Iterable[Found]) -> tuple[Question, ...]:
    """The questions of one text."""
    return questions_in(((text, found),))


def questions_in(texts: Iterable[tuple[str, Iterable[Found]]]) -> tuple[Question, ...]:
    """One question a word, at its first place; what stands in the way comes first."""
    asked: dict[str, Question] = {}
    for text, found in texts:
        for place in found:
            asked.setdefault(
                place.name,
                Question(
                    place.name,
                    _tail(text[: place.start]),
                    _head(text[place.end :]),
                    place.sure == CERTAIN,
                ),
            )
    return tuple(sorted(asked.values(), key=lambda each: not each.is_certain))


def _where(note: ClientNote, alike: Likeness, drafting: SessionDrafting) -> str:
    """Which note it is like, without naming whose."""
    if any(str(each.pk) == alike.ref for each in drafting.notes):
        return _("Another note of this session")
    earlier = drafting.earlier.get(note.client_id, ())
    row = next((each for each in earlier if str(each.pk) == alike.ref), None)
    if row is not None:
        return _("This client's note of %(day)s") % {"day": date_format(row.on, "j M Y")}
    if alike.percent == EXACT:
        return _("The very same words stand in another of your notes of these weeks")
    return _("Another note")


def _tail(text: str) -> str:
    return text if len(text) <= AROUND else f"…{text[-AROUND:]}"


def _head(text: str) -> str:
    return text if len(text) <= AROUND else f"{text[:AROUND]}…"
