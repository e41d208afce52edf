"""A pack of each morning: whole, locked, fetched by the named few; paper finds its way back."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from homeward.attendance.models import Punch
from homeward.core import clock
from homeward.core.refusals import NotAllowed
from homeward.downtime import actions, locking, mornings
from homeward.downtime.actions import NoPassphrase, passphrase
from homeward.downtime.actions.keying import PaperRefused
from homeward.downtime.actions.passphrase import PassphraseNotRepeated
from homeward.downtime.actions.taking import PaperNotTheAuthor, PaperTakenAlready
from homeward.downtime.commands import make
from homeward.downtime.locking import new_phrase, unlocked
from homeward.downtime.models import DowntimePack, PackFetch, PackKey, PaperEntry
from homeward.downtime.queries import waiting_for
from homeward.kernel.bad_input import BadInput
from homeward.notes.models import Addendum, ClientNote, Observation
from homeward.people.models import Contact, TeamMembership
from homeward.program.models import Site
from homeward.tasks.models import CareTask
from homeward.timetable.models import Seat
from homeward.timetable.tests.planned import ELEVEN, planned_room

pytestmark = pytest.mark.django_db
PHRASE = "ABCD-EFGH-JKMN-PQRS-TVWX"
MORNING = ELEVEN - timedelta(hours=4)  # seven in Chicago


@pytest.fixture
def room(cast, monkeypatch):
    monkeypatch.setattr(
        passphrase, "derived_from", lambda phrase: locking.derived_from(phrase, rounds=1000)
    )
    clock.shift_to(ELEVEN)
    found = planned_room(cast)
    cast.jo.row.change(allergies="Penicillin", preferred_name="Joey")
    Contact.objects.create(
        client=cast.jo.row, site=cast.site, kind="emergency", name="Lena Avery",
        relation="sister", phone="312-555-0101",
    )  # fmt: skip
    TeamMembership.objects.create(
        client=cast.jo.row, site=cast.site, worker=cast.tess.row, role="technician",
        starts_at=MORNING,
    )  # fmt: skip
    yield found
    clock.shift_to(None)


def locked_with(room, phrase=PHRASE):
    return actions.set_passphrase(
        actor=room.dina.actor, site_id=room.site.pk, phrase=phrase, repeated=phrase.lower(),
        now=MORNING,
    )  # fmt: skip


class TestPassphrase:
    def test_is_kept_nowhere(self, room):
        key = locked_with(room)
        stored = str(PackKey.objects.values().get(pk=key.pk)) + repr(bytes(key.sealed_key))
        assert "ABCD" not in stored and PHRASE.replace("-", "") not in stored

    def test_ends_the_one_before(self, room):
        first = locked_with(room)
        locked_with(room, new_phrase())
        first.refresh_from_db()
        assert first.ended_at == MORNING

    def test_must_be_typed_again(self, room):
        with pytest.raises(PassphraseNotRepeated):
            actions.set_passphrase(
                actor=room.dina.actor, site_id=room.site.pk, phrase=PHRASE,
                repeated=new_phrase(), now=MORNING,
            )  # fmt: skip

    @pytest.mark.parametrize("who", ["ruth", "sam", "dana"])
    def test_is_set_by_who_sets_up_and_breaks_the_glass(self, room, who):
        with pytest.raises(NotAllowed):
            actions.set_passphrase(
                actor=getattr(room, who).actor, site_id=room.site.pk, phrase=PHRASE,
                repeated=PHRASE, now=MORNING,
            )  # fmt: skip


class TestPack:
    def test_holds_what_a_dark_day_needs(self, room):
        locked_with(room)
        CareTask.objects.create(
            client=room.jo.row, site=room.site, kind="safety", urgency="now", owner=room.dana.row,
            opened_at=MORNING, due_at=ELEVEN, origin="t",
        )  # fmt: skip
        pack = actions.make_pack(actor=room.sam.actor, site_id=room.site.pk, now=MORNING)
        words = unlocked(bytes(pack.locked), PHRASE)
        for part in ("Jo Avery", "Joey", "HW-00001", "Penicillin", "Lena Avery, sister",
                     "312-555-0101", "Safety follow-up, with Dana Reyes", "Early recovery B",
                     "09:30–11:00", "No reconciled list"):  # fmt: skip
            assert part in words, part
        assert "Moreau" not in words  # of the other site
        assert pack.counts == {
            "sessions": 1, "clients": 1, "risks": 1, "allergies": 1, "contacts": 1,
        }  # fmt: skip
        assert "Avery" not in str(DowntimePack.objects.defer("locked").values("counts", "digest"))

    def test_needs_a_passphrase(self, room):
        with pytest.raises(NoPassphrase):
            actions.make_pack(actor=room.dina.actor, site_id=room.site.pk, now=MORNING)

    def test_is_fetched_by_the_named_few_and_that_stays(self, room):
        locked_with(room)
        pack = actions.make_pack(actor=room.dina.actor, site_id=room.site.pk, now=MORNING)
        _found, locked = actions.fetch_pack(actor=room.ruth.actor, pack_id=pack.pk, now=ELEVEN)
        assert locked == bytes(pack.locked)
        with pytest.raises(NotAllowed):
            actions.fetch_pack(actor=room.dana.actor, pack_id=pack.pk, now=ELEVEN)
        (fetch,) = PackFetch.objects.all()
        assert (fetch.worker, fetch.at) == (room.ruth.row, ELEVEN)
        with pytest.raises(DatabaseError), transaction.atomic():
            PackFetch.objects.update(worker=None)

    def test_not_of_another_site(self, room):
        with pytest.raises(Site.DoesNotExist):
            actions.make_pack(actor=room.sam.actor, site_id=room.other_site.pk, now=MORNING)

    def test_is_made_once_each_morning_and_emptied_later(self, room, settings, tmp_path):
        settings.DOWNTIME_FOLDER = str(tmp_path)
        locked_with(room)
        assert mornings.make_due_packs(now=MORNING - timedelta(hours=4)) == []
        (pack,) = mornings.make_due_packs(now=MORNING)
        assert mornings.make_due_packs(now=ELEVEN) == []
        (written,) = tmp_path.iterdir()
        assert written.name == "morning-main-2026-11-24.html"
        assert "Jo Avery" in unlocked(written.read_bytes(), PHRASE)
        mornings.make_due_packs(now=MORNING + timedelta(days=15))
        pack.refresh_from_db()
        assert bytes(pack.locked) == b"" and pack.emptied_at
        with pytest.raises(DowntimePack.DoesNotExist):
            actions.fetch_pack(actor=room.ruth.actor, pack_id=pack.pk, now=ELEVEN)

    def test_the_command_makes_it_now(self, room, tmp_path):
        class Arguments:
            site, to = "main", str(tmp_path)

        answer, status = make(None, arguments=Arguments())
        assert (answer, status) == ({"made": [], "without_passphrase": ["main"]}, 1)
        locked_with(room)
        answer, status = make(None, arguments=Arguments())
        assert status == 0 and answer["made"][0]["counts"]["clients"] == 1
        assert (tmp_path / "morning-main-2026-11-24.html").exists()
        Arguments.site = "nowhere"
        with pytest.raises(BadInput):
            make(None, arguments=Arguments())


class TestPaper:
    def key(self, room, who="tess", author="dana", **more):
        given = {
            "session_id": room.session.pk, "client_id": room.jo.pk,
            "author_id": getattr(room, author).pk, "written_at": ELEVEN - timedelta(minutes=5),
            "now": ELEVEN + timedelta(hours=6),
        }  # fmt: skip
        return actions.key_paper_entry(actor=getattr(room, who).actor, **{**given, **more})

    def test_times_are_the_true_ones(self, room):
        came, left = room.session.starts_at, room.session.starts_at + timedelta(minutes=70)
        assert self.key(room, came_at=came, left_at=left) is None
        (punch,) = Punch.objects.unscoped("test")
        assert (punch.in_at, punch.out_at) == (came, left)

    def test_words_wait_for_their_author_who_is_told(self, room):
        entry = self.key(room, words="Spoke of evenings.")
        duty = CareTask.objects.unscoped("test").get(kind="paper_entry")
        assert duty.owner == room.dana.row
        with pytest.raises(PaperEntry.DoesNotExist):
            actions.take_paper_entry(actor=room.ruth.actor, entry_id=entry.pk, now=ELEVEN)
        taken = actions.take_paper_entry(
            actor=room.dana.actor, entry_id=entry.pk, now=ELEVEN + timedelta(hours=7)
        )
        note = ClientNote.objects.unscoped("test").get(pk=taken.became_id)
        assert (note.author, taken.became) == (room.dana.row, "note_draft")
        assert "written 24 Nov 2026 10:55" in note.body and "by Tess Lund" in note.body
        assert note.body.endswith("Spoke of evenings.")
        duty.refresh_from_db()
        assert duty.disposition == "taken"
        with pytest.raises(PaperTakenAlready):
            actions.take_paper_entry(actor=room.dana.actor, entry_id=entry.pk, now=ELEVEN)

    def test_beneath_a_signed_note_they_are_a_late_entry(self, room):
        note = ClientNote.objects.create(
            client=room.jo.row, site=room.site, session=room.session, episode=room.episode,
            author=room.dana.row, on=room.session.on, saved_at=ELEVEN, due_at=ELEVEN, body="b",
            signed_at=ELEVEN, signed_by=room.dana.row, content_hash="a" * 64,
        )  # fmt: skip
        entry = self.key(room, who="dana", words="Also: slept badly.")
        assert not CareTask.objects.unscoped("test").filter(kind="paper_entry").exists()
        actions.take_paper_entry(
            actor=room.dana.actor, entry_id=entry.pk, now=ELEVEN + timedelta(hours=7)
        )
        added = Addendum.objects.unscoped("test").get(note=note)
        assert added.kind == "late_entry" and added.body.endswith("Also: slept badly.")

    def test_only_the_author_decides(self, room):
        entry = self.key(room, who="dana", author="ruth", words="x")
        with pytest.raises(PaperNotTheAuthor):
            actions.decline_paper_entry(actor=room.dana.actor, entry_id=entry.pk, now=ELEVEN)

    def test_a_technician_sees_and_takes_their_own(self, room):
        entry = self.key(room, who="dana", author="tess", words="Came in calm.")
        assert waiting_for(room.tess.actor) == [entry] and waiting_for(room.dana.actor) == []
        taken = actions.take_paper_entry(
            actor=room.tess.actor, entry_id=entry.pk, now=ELEVEN + timedelta(hours=7)
        )
        assert taken.became == "observation"
        assert Observation.objects.unscoped("test").get().body.endswith("Came in calm.")

    def test_refuses_what_cannot_be(self, room):
        with pytest.raises(PaperRefused):
            self.key(room)
        with pytest.raises(PaperRefused) as refused:
            self.key(room, author="omar", words="x")
        assert refused.value.codes == ("paper_author_unknown",)
        with pytest.raises(Seat.DoesNotExist):
            self.key(room, who="omar", words="x")
        with pytest.raises(NotAllowed):
            self.key(room, who="fay", words="x")
