"""The rows of this room."""

from homeward.notes.models.apart import CounselingNote, Observation
from homeward.notes.models.beneath import Addendum, CoSignature
from homeward.notes.models.corrections import (
    EarlierWords,
    NotAClient,
    SettingAside,
    SignatureProof,
)
from homeward.notes.models.formats import NoteFormat
from homeward.notes.models.session import ClientNote, SessionNote
from homeward.notes.models.writing import Abbreviation, Capacity, NotePart, Scribe, SharedPart

__all__ = [
    "Abbreviation",
    "Addendum",
    "Capacity",
    "ClientNote",
    "CoSignature",
    "CounselingNote",
    "EarlierWords",
    "NotAClient",
    "NoteFormat",
    "NotePart",
    "Observation",
    "Scribe",
    "SessionNote",
    "SettingAside",
    "SharedPart",
    "SignatureProof",
]
