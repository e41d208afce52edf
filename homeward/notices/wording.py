"""The few neutral words a notice may say, by channel and language. None of them says why.

A text of a kind is `texts/<code>.<language>.txt`; the channel adds its frame around it. A frame
or text that hits the lexicon is never sent (`rules.lexicon`).
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "texts"
LANGUAGES = ("en", "es")
SUBJECT = {"en": "You have an update", "es": "Tiene una novedad"}
SENDER = {"en": "Front office", "es": "Oficina"}
STOP = {
    "en": "Reply STOP to end these messages.",
    "es": "Responda STOP para no recibir más mensajes.",
}
GREETING = {"en": "Hello,", "es": "Hola:"}


class NoWording(LookupError):
    """No text of that code and language is shipped."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What the recipient, and whoever looks over their shoulder, gets to read."""

    sender: str
    subject: str
    body: str

    @property
    def everything(self) -> str:
        """All of it, as the lexicon reads it."""
        return "\n".join((self.sender, self.subject, self.body))


def codes() -> tuple[str, ...]:
    """Every notice there is."""
    return tuple(sorted({path.name.partition(".")[0] for path in FOLDER.glob("*.txt")}))


@cache
def text_of(code: str, language: str) -> str:
    """The sentence of a notice; raises NoWording."""
    path = FOLDER / f"{code}.{language}.txt"
    if not path.is_file():
        raise NoWording(f"{code}.{language}")
    return path.read_text(encoding="utf-8").strip()


def wording_of(
    code: str, channel: str, language: str, *, sender: str = "", link: str = ""
) -> Wording:
    """The whole notice. `sender` is the organization's neutral name; raises NoWording."""
    spoken = language if language in LANGUAGES else "en"
    said = text_of(code, spoken)
    if link:
        said = f"{said}\n{link}"
    if channel == "text":
        said = f"{said} {STOP[spoken]}" if not link else f"{said}\n{STOP[spoken]}"
    elif channel in ("email", "letter"):
        said = f"{GREETING[spoken]}\n\n{said}"
    return Wording(sender or SENDER[spoken], SUBJECT[spoken], said)
