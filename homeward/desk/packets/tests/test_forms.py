"""What the forms of the packet insist on."""

import pytest

from homeward.core.submissions import new_key
from homeward.desk.packets.forms import GuardianForm, PrepareForm

ASKED = {"guardian", "right", "relation", "paper"}


@pytest.mark.django_db
class TestWhoSigns:
    def test_on_a_page_of_its_own_everything_is_asked_and_said_once(self):
        form = GuardianForm({"form_key": new_key()})

        assert set(form.errors) == ASKED
        assert all(len(said) == 1 for said in form.errors.values())
        assert form.errors["guardian"] == ["Choose who signs."]

    def test_the_client_signs_where_nobody_is_chosen(self):
        assert PrepareForm({"form_key": new_key()}).is_valid()
