"""What is done with materials: writing, putting into use, and handing out."""

from homeward.curriculum.actions.choosing import choose_sheet
from homeward.curriculum.actions.drafting import (
    discard_material_draft,
    keep_own_material,
    save_material_draft,
)
from homeward.curriculum.actions.handing import hand_out, note_use
from homeward.curriculum.actions.publishing import publish_material_draft

__all__ = [
    "choose_sheet",
    "discard_material_draft",
    "hand_out",
    "keep_own_material",
    "note_use",
    "publish_material_draft",
    "save_material_draft",
]
