"""One session's page: a substitute, a place for one time, the link, cancelling with offers."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from homeward.attendance.actions import Fallen
from homeward.attendance.models import Arrival, AttendanceMark, Punch
from homeward.attendance.tests.afar import HERE, sign_telehealth
from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.desk.sessions.views import said_of
from homeward.kernel.roles import Role
from homeward.program.models import Program
from homeward.staff.models import WorkingHours
from homeward.testing.cast import cast
from homeward.testing.stage import LONG_AGO, make_worker
from homeward.timetable import actions
from homeward.timetable.actions.join_from_afar import NotASafeAddress, TelehealthNotAllowed
from homeward.timetable.actions.substitute_leader import SubstituteRefused
from homeward.timetable.joining import link_for_leader, link_for_seat
from homeward.timetable.models import GroupSession, Seat, SessionLeader
from homeward.timetable.standing_in import SessionLink, Substitution
from homeward.timetable.substitutes import substitutes_for
from homeward.timetable.tests.planned import HALF_PAST_NINE, planned_room

__all__ = ["cast"]
EARLY = HALF_PAST_NINE - timedelta(hours=2)
LINK = "https://meet.example.org/room-7?pwd=abc"


@pytest.fixture
def room(cast):
    """Tuesday's group, led by Dana; it asks for an LPC or LCSW."""
    clock.shift_to(EARLY)
    cast.types["group"].credentials = ["lpc", "lcsw"]
    cast.types["group"].save()
    Program.objects.update(is_telehealth_allowed=True)
    cast.people["nora"] = make_worker(
        cast, "nora", "Nora Lind", Role.COUNSELOR, "LPC", is_here=True, duties=()
    )
    found = planned_room(cast)
    found.session = GroupSession.objects.select_related("site", "session_type", "program").get()
    yield found
    clock.shift_to(None)


def post(player, route, room, **typed):
    address = reverse(f"desk:{route}", args=[room.session.pk])
    return signed_in(player).post(address, {"form_key": new_key(), **typed})


def words_of(answer):
    return answer.content.decode()


@pytest.mark.django_db
class TestSubstitutes:
    def test_qualified_colleagues_come_first_with_their_new_faces(self, room):
        found = {each.worker.name: each for each in substitutes_for(room.session)}

        assert found["Nora Lind"].fits and found["Nora Lind"].new_faces == 1
        refused = {
            name: next(line.code for line in each.decision.reasons if line.state == "not_met")
            for name, each in found.items()
            if not each.fits
        }
        assert refused["Dana Reyes"] == "stand_in_is_another"
        assert refused["Ruth Abara"] == "stand_in_credential"
        assert "Omar Haddad" not in found

    def test_somebody_who_leads_then_is_not_free(self, room):
        other = GroupSession.objects.create(
            site=room.site, program=room.program, session_type=room.types["group"], name="Other",
            room=room.rooms[1], on=room.session.on, starts_at=room.session.starts_at,
            ends_at=room.session.ends_at, clinical_minutes=90, capacity=5,
        )  # fmt: skip
        SessionLeader.objects.create(
            session=other, worker=room.nora.row, starts_at=other.starts_at, ends_at=other.ends_at
        )

        with pytest.raises(SubstituteRefused) as refused:
            actions.substitute_leader(
                actor=room.dana.actor, session_id=room.session.pk, worker_id=room.nora.pk,
                reason="leader_ill", now=EARLY,
            )  # fmt: skip

        assert refused.value.codes == ("stand_in_is_free",)

    def test_the_page_lets_them_lead_and_keeps_what_was_decided(self, room):
        page = words_of(signed_in(room.dana).get(reverse("desk:session", args=[room.session.pk])))
        assert "a new face for 1 client" in page

        answer = post(room.dana, "session_leader", room, worker=room.nora.pk, reason="leader_ill")

        assert answer.status_code == 302
        leads = SessionLeader.objects.filter(session=room.session, is_released=False)
        assert [row.worker_id for row in leads] == [room.nora.pk]
        kept = Substitution.objects.get()
        assert (kept.away_id, kept.new_faces, kept.decision["outcome"]) == (
            room.dana.pk, 1, "offer",
        )  # fmt: skip

    def test_the_leader_may_come_back(self, room):
        for who in (room.nora, room.dana):
            actions.substitute_leader(
                actor=room.sam.actor, session_id=room.session.pk, worker_id=who.pk,
                reason="leader_ill", now=EARLY,
            )  # fmt: skip

        leads = SessionLeader.objects.filter(session=room.session, is_released=False)
        assert [row.worker_id for row in leads] == [room.dana.pk]

    def test_nobody_of_another_site_finds_the_session(self, room):
        address = reverse("desk:session", args=[room.session.pk])
        assert signed_in(room.omar).get(address).status_code == 404
        answer = post(room.omar, "session_leader", room, worker=room.sam.pk, reason="leader_ill")
        assert answer.status_code == 404


@pytest.mark.django_db
class TestLink:
    def keep(self, room, address=LINK, by="dana"):
        return actions.set_session_link(
            actor=getattr(room, by).actor, session_id=room.session.pk, address=address, now=EARLY
        )

    def test_a_first_link_does_not_write_over_one_set_meanwhile(self, room):
        """Two pages without a link: the second to send it is told, not silently taken."""
        page = words_of(signed_in(room.dana).get(reverse("desk:session", args=[room.session.pk])))
        assert 'name="form_version" value="0"' in page
        first = post(room.dana, "session_link", room, address=LINK, form_version="0")
        second = post(
            room.dana, "session_link", room, address="https://other.example.org/a",
            form_version="0",
        )  # fmt: skip

        assert (first.status_code, second.status_code) == (302, 409)
        assert SessionLink.objects.get().address == LINK

    def test_taking_away_says_whether_there_was_one(self, room):
        """An empty address takes the link away; without one nothing is said to be gone."""
        said = []
        for address in (LINK, "", ""):
            post(room.dana, "session_link", room, address=address)
            page = signed_in(room.dana).get(reverse("desk:session", args=[room.session.pk]))
            said.append("A link is kept since" in words_of(page))
        browser = signed_in(room.dana)
        form = {"form_key": new_key(), "address": ""}
        route = reverse("desk:session_link", args=[room.session.pk])
        told = words_of(browser.post(route, form, follow=True))

        assert said == [True, False, False]
        assert "The link is taken away." not in told and "No link is kept." in told

    @pytest.mark.parametrize(
        "address",
        ["http://meet.example.org/a", "javascript:alert(1)", "https://", "https://me:pw@meet.org",
         "https://meet.example.org/a b", "https://meet.example.org/\"><script>", "meet.example.org",
         "https://" + "a" * 500 + ".org"],
    )  # fmt: skip
    def test_only_a_plain_https_address_is_kept(self, room, address):
        with pytest.raises(NotASafeAddress):
            self.keep(room, address)

    def test_a_program_without_telehealth_keeps_none(self, room):
        Program.objects.update(is_telehealth_allowed=False)

        with pytest.raises(TelehealthNotAllowed):
            self.keep(room)

    def test_it_lies_sealed(self, room):
        self.keep(room)

        stored = SessionLink.objects.extra(select={"raw": "address"}).values_list("raw", flat=True)
        assert LINK not in str(list(stored))

    def test_the_leader_sees_it_and_who_plans_the_week_does_not(self, room):
        self.keep(room, by="sam")
        address = reverse("desk:session", args=[room.session.pk])

        assert LINK.split("?")[0] in words_of(signed_in(room.dana).get(address))
        assert "meet.example.org" not in words_of(signed_in(room.sam).get(address))
        assert link_for_leader(room.ruth.actor, room.session) == ""

    def test_the_client_sees_it_only_around_the_session(self, room):
        self.keep(room)
        seat = Seat.objects.unscoped("test").select_related("session").get()
        minute = timedelta(minutes=1)

        shown = [
            bool(link_for_seat(seat, at))
            for at in (
                room.session.starts_at - 16 * minute, room.session.starts_at - 15 * minute,
                room.session.ends_at - minute, room.session.ends_at,
            )
        ]  # fmt: skip
        assert shown == [False, True, True, False]

    def test_only_the_one_who_is_seated_joins(self, room):
        self.keep(room)
        clock.shift_to(room.session.starts_at)
        address = reverse("portal:join", args=[room.seat.pk])

        jo = signed_in(room.jo)
        assert "meet.example.org" not in words_of(jo.get(address))
        self.says_where(room, jo, address)
        assert "meet.example.org" not in words_of(jo.get(address))
        assert self.says(jo, address, "join").headers["Location"] == address
        assert "meet.example.org" in words_of(jo.get(address))
        assert signed_in(room.pat).get(address).status_code == 404
        assert signed_in(room.kim).get(address).status_code == 403

    def says(self, browser, address, how):
        return browser.post(address, {"form_key": new_key(), "how": how})

    def says_where(self, room, browser, address):
        """The paper is signed and the place said; asked before each session."""
        sign_telehealth(room.cast)
        typed = {"form_key": new_key(), "how": "where", **HERE}
        assert browser.post(address, typed).headers["Location"] == address

    def test_joining_and_leaving_are_counted(self, room):
        """In, out, in again, lost: stays by telehealth; joined twice is joined once."""
        self.keep(room)
        address, begins = reverse("portal:join", args=[room.seat.pk]), room.session.starts_at
        clock.shift_to(begins - timedelta(minutes=5))
        self.says_where(room, signed_in(room.jo), address)
        for minutes, how in ((-5, "join"), (3, "join"), (30, "leave"), (40, "join"), (70, "lost")):
            clock.shift_to(begins + timedelta(minutes=minutes))
            # Signed in again each time: a phone's session ends after ten quiet minutes.
            answer = self.says(signed_in(room.jo), address, how)
            assert answer.headers["Location"] == address
        self.says(signed_in(room.jo), address, "lost")

        stays = Punch.objects.unscoped("test").order_by("in_at")
        assert all(stay.is_telehealth for stay in stays)
        assert [
            tuple(round((at - begins).total_seconds() / 60) for at in (stay.in_at, stay.out_at))
            for stay in stays
        ] == [(-5, 30), (40, 70)]
        mark = AttendanceMark.objects.unscoped("test").get()
        assert (mark.source, mark.marked_by, mark.credited_minutes) == ("phone", None, 60)
        assert self.says(signed_in(room.pat), address, "join").status_code == 404

    def test_who_joins_too_late_is_let_in_by_a_person(self, room):
        """The link is shown, staff are told once, and no minute is counted by itself."""
        self.keep(room)
        clock.shift_to(room.session.starts_at + timedelta(minutes=30))
        jo, address = signed_in(room.jo), reverse("portal:join", args=[room.seat.pk])
        self.says_where(room, jo, address)
        for _time in range(2):
            answer = self.says(jo, address, "join")
        assert "meet.example.org" in words_of(jo.get(answer.headers["Location"]))
        assert not AttendanceMark.objects.unscoped("test").exists()
        assert Arrival.objects.unscoped("test").get().outcome == "ask_counselor"
        page = words_of(signed_in(room.dana).get(reverse("desk:arrivals")))
        assert "ask the counselor" in page

    def test_nobody_joins_from_a_seat_given_back(self, room):
        self.keep(room)
        clock.shift_to(room.session.starts_at)
        Seat.objects.unscoped("test").update(released_at=EARLY)

        address = reverse("portal:join", args=[room.seat.pk])
        assert signed_in(room.jo).get(address).status_code == 404


@pytest.mark.django_db
class TestPage:
    def test_an_outsider_is_refused_with_the_reason_on_the_page(self, room):
        answer = post(room.dana, "session_place", room, chart_number="HW-77777")

        assert answer.status_code == 422
        assert "Only somebody in this program takes a place here" in words_of(answer)
        assert "HW-77777" in words_of(answer)

    def test_cancelling_says_what_was_offered(self, room):
        page = words_of(signed_in(room.dana).get(reverse("desk:session", args=[room.session.pk])))
        assert "everybody who would have come is told" in page

        answer = post(room.dana, "session_cancel", room, reason="leader_away")

        assert answer.status_code == 302
        assert said_of(Fallen(sessions=[room.session])) == "1 session is cancelled."
        told = said_of(Fallen(sessions=[room.session], without_place=2))
        assert told.startswith("1 session is cancelled. For 2 clients nothing fits yet")
        assert GroupSession.objects.get().cancelled_at is not None

    def test_what_cannot_be_changed_any_more_says_why(self, room):
        """Open it says nothing; cancelled, closed or over it does, and has no form."""
        address = reverse("desk:session", args=[room.session.pk])
        said = {
            "cancelled": "This session is cancelled (Leader away)",
            "closed": "The register of this session is closed",
            "over": "This session is over",
        }
        assert not any(
            words in words_of(signed_in(room.sam).get(address)) for words in said.values()
        )
        clock.shift_to(HALF_PAST_NINE + timedelta(hours=3))
        seen = {"over": words_of(signed_in(room.sam).get(address))}
        GroupSession.objects.update(closed_at=EARLY)
        seen["closed"] = words_of(signed_in(room.sam).get(address))
        clock.shift_to(EARLY)
        GroupSession.objects.update(closed_at=None)
        post(room.dana, "session_cancel", room, reason="leader_away")
        seen["cancelled"] = words_of(signed_in(room.sam).get(address))
        for state, page in seen.items():
            assert said[state] in page and "Cancel the session" not in page
        assert "given back" in seen["cancelled"] and "nobody yet" not in seen["cancelled"]

    def test_what_speaks_against_a_substitute_stands_in_the_list(self, room):
        """Nora has no hours then; it is read without opening why."""
        address = reverse("desk:session", args=[room.session.pk])
        (nora,) = signed_in(room.sam).get(address).context["page"].could
        assert (nora.name, nora.cautions) == ("Nora Lind", ("does not work at that hour",))
        for weekday in range(7):
            WorkingHours.objects.create(
                worker=room.nora.row, weekday=weekday, starts=time(8), ends=time(18),
                starts_on=LONG_AGO,
            )  # fmt: skip
        (nora,) = signed_in(room.sam).get(address).context["page"].could
        assert nora.cautions == ()

    def test_the_client_reads_in_their_week_that_it_is_off(self, room):
        """Who was told of a session is never left with a gap where it stood."""
        jo = signed_in(room.jo)
        before = words_of(jo.get("/me/week/"))
        post(room.dana, "session_cancel", room, reason="leader_away")

        after = words_of(jo.get("/me/week/"))

        assert "Early recovery B" in before and "cancelled" not in before
        assert "Early recovery B" in after and "cancelled" in after

    def test_a_refused_place_is_told_beside_its_field(self, room):
        answer = post(room.sam, "session_place", room, chart_number="HW-77777")

        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == ["chart_number"]

    def test_a_stale_form_cancels_nothing(self, room):
        answer = post(room.dana, "session_cancel", room, reason="weather", form_version="99")

        assert answer.status_code == 409
        assert GroupSession.objects.get().cancelled_at is None

    def test_a_director_reads_and_has_no_forms(self, room):
        page = words_of(signed_in(room.dina).get(reverse("desk:session", args=[room.session.pk])))

        assert "Cancel the session" not in page and "Lead this session" not in page


@pytest.mark.django_db
def test_who_was_replaced_reads_it_on_the_first_page(room):
    """The week need not be promised: it is their own session."""
    actions.substitute_leader(
        actor=room.sam.actor, session_id=room.session.pk, worker_id=room.nora.pk,
        reason="leader_ill", now=EARLY,
    )  # fmt: skip

    page = words_of(signed_in(room.dana).get(reverse("desk:today")))
    assert "Nora Lind leads" in page and "instead of you" in page
    assert reverse("desk:session", args=[room.session.pk]) in page
    assert "instead of you" not in words_of(signed_in(room.nora).get(reverse("desk:today")))
