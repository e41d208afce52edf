"""What staff do with notes."""

from homeward.notes.actions.add_addendum import add_addendum
from homeward.notes.actions.cosign_note import cosign_note
from homeward.notes.actions.save_note_draft import (
    NoteAlreadySigned,
    save_note_draft,
    take_names_out,
)
from homeward.notes.actions.save_shared_part import save_shared_part
from homeward.notes.actions.sign_note import NoteIncomplete, sign_note

__all__ = [
    "NoteAlreadySigned",
    "NoteIncomplete",
    "add_addendum",
    "cosign_note",
    "save_note_draft",
    "save_shared_part",
    "sign_note",
    "take_names_out",
]
