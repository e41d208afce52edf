"""Sealed columns open only with their key and in their own place."""

import pytest

from homeward.core import crypto


class TestSealing:
    def test_opens_what_it_sealed(self):
        """Any text, accents and all."""
        sealed = crypto.encrypt("Renée, 17:30 ✓", "people.client.phone")

        assert crypto.decrypt(sealed, "people.client.phone") == "Renée, 17:30 ✓"

    def test_hides_the_text_and_never_repeats_itself(self):
        """Two sealings of one text share nothing a reader could compare."""
        first, second = (crypto.encrypt("Avery", "a.b.c") for _ in range(2))

        assert "Avery" not in first
        assert first != second

    @pytest.mark.parametrize("place", ["people.client.name", "people.contact.phone", ""])
    def test_refuses_another_place(self, place):
        """A value moved to another column does not open."""
        sealed = crypto.encrypt("5550142", "people.client.phone")
        with pytest.raises(crypto.CannotDecrypt):
            crypto.decrypt(sealed, place)

    @pytest.mark.parametrize("cut", [5, 12, -4])
    def test_refuses_an_altered_value(self, cut):
        """One changed letter is noticed."""
        sealed = crypto.encrypt("5550142", "people.client.phone")
        other = "A" if sealed[cut] != "A" else "B"
        altered = sealed[:cut] + other + (sealed[cut + 1 :] if cut != -1 else "")
        with pytest.raises(crypto.CannotDecrypt):
            crypto.decrypt(altered, "people.client.phone")

    def test_digests_allow_exact_look_up_only(self):
        """The same text has the same digest; nothing can be read from it."""
        assert crypto.digest_of("a") == crypto.digest_of("a") != crypto.digest_of("b")
