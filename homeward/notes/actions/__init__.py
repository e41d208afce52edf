"""What staff do with notes."""

from homeward.notes.actions.add_addendum import add_addendum
from homeward.notes.actions.answer_names import mean_no_client
from homeward.notes.actions.bring_words_back import bring_words_back
from homeward.notes.actions.close_group import GroupIncomplete, close_group
from homeward.notes.actions.cosign_note import cosign_note
from homeward.notes.actions.save_note_draft import (
    NoteAlreadySigned,
    save_note_draft,
    take_names_out,
)
from homeward.notes.actions.save_shared_part import save_shared_part
from homeward.notes.actions.set_note_aside import delete_draft, restore_note, void_note
from homeward.notes.actions.sign_note import NoteIncomplete, sign_note
from homeward.notes.actions.write_anew import write_anew

__all__ = [
    "GroupIncomplete",
    "NoteAlreadySigned",
    "NoteIncomplete",
    "add_addendum",
    "bring_words_back",
    "close_group",
    "cosign_note",
    "delete_draft",
    "mean_no_client",
    "restore_note",
    "save_note_draft",
    "save_shared_part",
    "sign_note",
    "take_names_out",
    "void_note",
    "write_anew",
]
