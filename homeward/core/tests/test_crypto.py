"""Sealed columns open only with their key and in their own place."""

import copy
import pickle

import pytest
from django.db import connection, transaction

from homeward.core import crypto
from homeward.people.models import Contact


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

    def test_digests_outlive_a_change_of_the_field_keys(self, settings):
        """Found again after the rotation; not found under another look-up key."""
        before = crypto.digest_of("a")
        settings.FIELD_KEYS = {**settings.FIELD_KEYS, "next": bytes(range(32, 64))}
        settings.FIELD_KEY_ID = "next"
        assert crypto.digest_of("a") == before

        settings.LOOKUP_KEY = bytes(range(64, 96))
        assert crypto.digest_of("a") != before


@pytest.mark.django_db
class TestARow:
    def contact(self, cast, code, phone):
        return Contact.objects.create(
            client=cast.people[code].row, site=cast.site, kind="support", name=code, phone=phone
        )

    def stored(self, row):
        with connection.cursor() as cursor:
            cursor.execute("SELECT phone FROM people_contact WHERE id = %s", [row.pk])
            return cursor.fetchone()[0]

    def read(self, row):
        return Contact.objects.unscoped("test").get(pk=row.pk)

    def test_opens_what_was_sealed_for_it(self, cast):
        """Saved, changed, made in bulk and changed in bulk."""
        row = self.contact(cast, "jo", "312 555 0142")
        assert "0142" not in self.stored(row)
        assert self.read(row).phone == "312 555 0142"
        row.change(phone="312 555 0143")
        assert self.read(row).phone == "312 555 0143"
        made = Contact(client=cast.jo.row, site=cast.site, kind="support", name="b", phone="1")
        Contact.objects.bulk_create([made])
        made.phone = "2"
        Contact.objects.unscoped("test").bulk_update([made], ["phone"])
        assert self.read(made).phone == "2"

    def test_does_not_open_what_was_sealed_for_another(self, cast):
        """A sealed phone copied from Jo's row to Pat's says nothing there."""
        jo, pat = self.contact(cast, "jo", "0142"), self.contact(cast, "pat", "0177")
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE people_contact SET phone = %s WHERE id = %s", [self.stored(jo), pat.pk]
            )
        with pytest.raises(crypto.CannotDecrypt):
            assert self.read(pat).phone

    def test_takes_no_text_sealed_for_a_column_alone(self, cast, settings):
        """The older form opens in a demo, whose benches repeat one text, and nowhere else."""
        row = self.contact(cast, "jo", "0142")
        sealed = crypto.encrypt("0199", "people.contact.phone")
        with connection.cursor() as cursor:
            cursor.execute("UPDATE people_contact SET phone = %s WHERE id = %s", [sealed, row.pk])
        assert self.read(row).phone == "0199"

        settings.IS_DEMO = False
        with pytest.raises(crypto.CannotDecrypt):
            assert self.read(row).phone

    def test_is_read_and_written_with_its_row_only(self, cast):
        """Not by update(), and values() never shows even the sealed form."""
        self.contact(cast, "jo", "0142")
        rows = Contact.objects.unscoped("test")
        with pytest.raises(TypeError), transaction.atomic():
            rows.update(phone="0143")
        ((value,),) = rows.filter(name="jo").values_list("phone")
        with pytest.raises(crypto.CannotDecrypt):
            str(value)

    def test_takes_its_text_along_to_another_row(self, cast):
        """Opened on one row and set on another it is sealed anew, for that one."""
        jo, pat = self.contact(cast, "jo", "0142"), self.contact(cast, "pat", "")
        pat.change(phone=self.read(jo).phone)

        assert self.read(pat).phone == "0142"
        assert copy.copy(self.read(jo)).phone == pickle.loads(pickle.dumps(self.read(jo).phone))
