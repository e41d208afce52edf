"""People on a page: a face, a need, a signature."""

from dataclasses import dataclass

from homeward.core.components.trails import Act, Tone


@dataclass(frozen=True)
class Face:
    """A person as initials; ``name`` is read aloud, ``url`` opens their record."""

    initials: str
    name: str = ""
    url: str = ""
    tone: str = Tone.NEUTRAL


@dataclass(frozen=True)
class Need:
    """One line of "needs you first": who, the fact with its time, one next thing."""

    face: Face
    fact: str
    sub: str = ""
    act: Act | None = None
    tone: str = Tone.NEUTRAL


@dataclass(frozen=True)
class Signature:
    """Who signed, with which credential, when, and what the signature means."""

    name: str
    credential: str
    signed_at: str
    meaning: str
    locked: bool = True
    fingerprint: str = ""
