"""What stands in the way of a signature, and what a signature covers."""

from dataclasses import replace

import pytest

from homeward.notes.rules.content import content_hash
from homeward.notes.rules.signing import Draft, problems_before_signing, signing_of

WHOLE = Draft(
    is_group=True, was_present=True, minutes=90, shared_part="Check-in, then an exercise.",
    body="Opened the check-in.", participation=("shared",), response=("engaged",),
    has_objective=True, progress="some_progress",
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        ({}, ()),
        ({"minutes": None, "was_present": False}, ("note_attendance_marked",)),
        ({"was_present": False}, ("note_client_was_there",)),
        ({"shared_part": "  "}, ("note_shared_part",)),
        ({"is_group": False, "shared_part": "", "participation": ()}, ()),
        ({"body": ""}, ("note_own_words",)),
        ({"participation": ()}, ("note_participation",)),
        ({"response": ()}, ("note_response",)),
        ({"progress": ""}, ("note_progress",)),
        ({"has_objective": False, "progress": ""}, ()),
        ({"names_found": ("Dev",)}, ("note_names_nobody_else",)),
        ({"may_sign": False}, ("note_author_may_sign",)),
        ({"alike_percent": 97, "is_past_due": True, "names_asked": ("Will",)}, ()),
        ({"body": "", "response": ()}, ("note_own_words", "note_response")),
        # A family came without the client: no minutes of theirs, and the note says so.
        (
            {
                "was_present": False,
                "minutes": 0,
                "client_there": "no",
                "participation": (),
                "response": (),
            },
            (),
        ),
        (
            {"was_present": False, "client_there": "yes"},
            ("note_client_was_there", "note_agrees_with_register"),
        ),
        ({"client_there": "no"}, ("note_agrees_with_register",)),
        ({"client_there": "yes"}, ()),
        ({"is_late_entry": True, "is_past_due": True, "is_leader": False}, ()),
        ({"missing": ("late_reason",)}, ("note_parts_complete",)),
    ],
)
def test_problems_are_named_all_at_once(change, problems):
    """Warnings never block."""
    draft = replace(WHOLE, **change)

    assert problems_before_signing(draft) == problems
    assert signing_of(draft).outcome == ("not_ready" if problems else "ready")


def test_any_change_of_content_changes_its_digest():
    """The order of keys does not, a letter or a minute does."""
    content = {"body": "A", "minutes": 90}

    assert content_hash(content) == content_hash({"minutes": 90, "body": "A"})
    assert len({content_hash(content), content_hash({**content, "minutes": 89}),
                content_hash({**content, "body": "B"})}) == 3  # fmt: skip
