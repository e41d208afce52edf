"""Rules, searches, restrictions, notes and visitors, in the database."""

from datetime import timedelta

import pytest

from homeward.attendance.actions import check_in_with_code, give_arrival_code
from homeward.attendance.asking_first import asked_before_seating
from homeward.attendance.models import Arrival, AttendanceMark, Punch
from homeward.conduct import actions
from homeward.conduct.actions.searches import Found
from homeward.conduct.asking import ask_about_visitor, held_pairs, whom_to_ask
from homeward.conduct.models import ContactRestriction, RulesSignature, Witness
from homeward.conduct.queries import rules_to_sign
from homeward.conduct.reaching import every
from homeward.conduct.tests.staging import on_team, rules_in_force
from homeward.consents.models import SafetyFlag
from homeward.core.actors import NOBODY
from homeward.core.refusals import NotAllowed, Refusal
from homeward.packets.actions import Proof, prepare_packet, sign_paper
from homeward.packets.library import read_aloud
from homeward.packets.models import PacketItem
from homeward.packets.queries import open_packet_of, papers_of
from homeward.people.models import Client
from homeward.testing.cast import NOON, Cast
from homeward.testing.stage import admitted, make_client
from homeward.timetable.actions import SeatRefused, book_individual, take_seat
from homeward.timetable.actions.book_individual import LeaderKeptApart
from homeward.timetable.models import GroupSession, Seat

TODAY = NOON.date()
WHY = "She asked for it after what was said on Tuesday."


def test_rules_are_signed_and_a_new_edition_asks_again(cast: Cast) -> None:
    """On the phone or in the packet; a correction that asks nobody asks nobody."""
    first = rules_in_force(cast)
    assert "[clothing]" in first.english and "con respeto" in first.spanish
    assert rules_to_sign(cast.jo.pk) == first
    with pytest.raises(Refusal):
        actions.sign_rules(
            actor=cast.jo.actor, edition_id=first.pk, signer_name="Kim", language="en", now=NOON
        )
    for _twice in range(2):
        actions.sign_rules(
            actor=cast.jo.actor, edition_id=first.pk, signer_name="jo avery", language="es",
            now=NOON,
        )  # fmt: skip
    assert every(RulesSignature).count() == 1
    assert rules_to_sign(cast.jo.pk) is None
    with pytest.raises(NotAllowed):
        actions.start_rules_draft(actor=cast.dana.actor, program_id=cast.program.pk, now=NOON)
    for asks, waits in ((False, False), (True, True)):
        draft = actions.start_rules_draft(
            actor=cast.sam.actor, program_id=cast.program.pk, now=NOON
        )
        actions.save_rules_draft(
            actor=cast.sam.actor, edition_id=draft.pk, english="# No", spanish="# No", now=NOON
        )
        with pytest.raises(actions.RulesFaulty):
            actions.publish_rules(actor=cast.sam.actor, edition_id=draft.pk, now=NOON)
        actions.save_rules_draft(
            actor=cast.sam.actor, edition_id=draft.pk, english=first.english,
            spanish=first.spanish, note="Phones", asks_again=asks, now=NOON,
        )  # fmt: skip
        edition = actions.publish_rules(actor=cast.sam.actor, edition_id=draft.pk, now=NOON)
        assert (rules_to_sign(cast.jo.pk) == edition) is waits


def test_the_packet_carries_the_edition_in_force_and_its_signature_counts(cast: Cast) -> None:
    """Nobody signs the rules twice: the paper of the packet is the edition."""
    edition = rules_in_force(cast)
    prepare_packet(
        actor=cast.dana.actor, client_id=cast.jo.pk, program_id=cast.program.pk, now=NOON
    )
    packet = open_packet_of(cast.jo.actor, cast.jo.pk)
    assert packet is not None
    paper = next(
        each
        for each in papers_of(cast.jo.actor, packet, NOON)
        if each.item.paper == "program_rules"
    )
    parts = read_aloud(paper.paper, client="Jo", program="Cedar", language="es")
    assert any("religión" in " ".join(part.paragraphs) for part in parts)
    assert not any("[" in line for part in parts for line in part.paragraphs)
    sign_paper(
        actor=cast.jo.actor, item_id=paper.item.pk, who="client", signer_name="Jo Avery",
        proof=Proof(place="portal", by="password", at=NOON), now=NOON,
    )  # fmt: skip
    assert rules_to_sign(cast.jo.pk) is None
    signature = every(RulesSignature).get(client_id=cast.jo.pk)
    assert (signature.edition, signature.place) == (edition, "packet")
    item = every(PacketItem).get(pk=paper.item.pk)
    assert signature.item_id == item.pk


def test_belongings_two_people_consent_and_drugs_never_go_back(cast: Cast) -> None:
    """From the written consent to two witnesses who say so themselves; a no stays a no."""
    on_team(cast, cast.tess, "technician")
    tess, found = cast.tess.actor, [Found("drug", "A small bag", "Safe 1")]
    search = {
        "actor": tess, "client_id": cast.jo.pk, "ground": "everyone_today", "places": ["bag"],
        "now": NOON,
    }  # fmt: skip
    no = actions.search_belongings(**search, agrees_now=False)
    assert no.is_declined and no.places == []
    with pytest.raises(actions.SearchRefused) as refused:
        actions.search_belongings(**search, agrees_now=True, found=found)
    assert refused.value.codes == ("search_has_written_consent", "search_two_of_staff")
    actions.sign_search_consent(
        actor=cast.jo.actor, client_id=cast.jo.pk, signer_name="Jo Avery", language="en", now=NOON
    )
    done = actions.search_belongings(**search, agrees_now=True, second_id=cast.ruth.pk, found=found)
    item = done.items.get()
    with pytest.raises(actions.EndRefused) as back:
        actions.end_item(
            actor=tess, item_id=item.pk, way="returned_on_leaving", now=NOON,
            witness_ids=[cast.ruth.pk, cast.dana.pk],
        )  # fmt: skip
    assert "found_never_returned" in back.value.codes
    with pytest.raises(actions.EndRefused):
        actions.end_item(
            actor=tess, item_id=item.pk, way="destroyed_witnessed", now=NOON,
            witness_ids=[cast.ruth.pk],
        )  # fmt: skip
    actions.end_item(
        actor=tess, item_id=item.pk, way="destroyed_witnessed", now=NOON,
        witness_ids=[cast.ruth.pk, cast.dana.pk],
    )  # fmt: skip
    waiting = every(Witness).filter(answered_at=None)
    assert waiting.count() == 3
    mine = waiting.filter(worker=cast.dana.row).get()
    with pytest.raises(Witness.DoesNotExist):
        actions.answer_as_witness(actor=tess, witness_id=mine.pk, was_there=True, now=NOON)
    actions.answer_as_witness(actor=cast.dana.actor, witness_id=mine.pk, was_there=True, now=NOON)
    with pytest.raises(NotAllowed):
        actions.search_belongings(**{**search, "actor": cast.fay.actor}, agrees_now=False)
    with pytest.raises(Client.DoesNotExist):
        actions.search_belongings(**{**search, "actor": cast.omar.actor}, agrees_now=False)


def test_two_clients_apart_bind_seats_and_the_door_without_a_name(cast: Cast) -> None:
    """The seat is refused, the door asks for one name while the other is there, and it ends."""
    lee = make_client(cast, "lee", "Lee Roth", cast.site, "HW-00077")
    episode = admitted(cast, lee.row, cast.dana.row, cast.site)
    take_seat(
        actor=cast.dana.actor, group_id=cast.group.pk, client_id=cast.jo.pk, starts_on=TODAY,
        now=NOON,
    )  # fmt: skip
    asked = {
        "actor": cast.dana.actor, "client_id": cast.jo.pk, "between": "clients", "reach": "group",
        "starts_on": TODAY, "review_on": TODAY + timedelta(days=30), "reason": WHY,
        "other_number": "hw-00077", "now": NOON,
    }  # fmt: skip
    with pytest.raises(Refusal):
        actions.restrict_contact(**{**asked, "other_number": "HW-00002"})
    with pytest.raises(Client.DoesNotExist):
        actions.restrict_contact(**{**asked, "actor": cast.omar.actor})
    row = actions.restrict_contact(**asked)
    assert row.apart is not None and row.apart.reason == ""
    with pytest.raises(SeatRefused) as refused:
        take_seat(
            actor=cast.dana.actor, group_id=cast.group.pk, client_id=lee.pk, starts_on=TODAY,
            now=NOON,
        )  # fmt: skip
    assert "seat_placement_rule" in refused.value.codes
    assert held_pairs(lee.pk) == {row.apart_id}
    assert whom_to_ask(lee.pk, TODAY) == ("Dana Reyes",)
    both = [cast.jo.pk, lee.pk]
    about = {"site_id": cast.site.pk, "zone": cast.site.time_zone, "now": NOON}
    assert asked_before_seating(both, **about) == {}
    _is_here(cast, lee.row, episode)
    assert asked_before_seating(both, **about) == {cast.jo.pk: "Dana Reyes"}
    _seat_now(cast, cast.jo.row, cast.episode, "Other room")
    code = give_arrival_code(actor=cast.dana.actor, client_id=cast.jo.pk, now=NOON).code
    at_kiosk = check_in_with_code(
        actor=NOBODY, site_id=cast.site.pk, code=code, by=Arrival.By.KIOSK, now=NOON
    )
    assert at_kiosk is not None and at_kiosk.outcome == Arrival.Outcome.ASK_COUNSELOR
    actions.end_restriction(
        actor=cast.dana.actor, restriction_id=row.pk, reason="They talked it over.", now=NOON
    )
    assert asked_before_seating(both, **about) == {}
    take_seat(
        actor=cast.dana.actor, group_id=cast.group.pk, client_id=lee.pk, starts_on=TODAY, now=NOON
    )


def test_staff_and_contacts_are_kept_away_and_the_visitor_asked_about(cast: Cast) -> None:
    """No session one to one, no group they lead; a contact learns nothing; the door asks."""
    until = TODAY + timedelta(days=30)
    asked = {
        "actor": cast.dana.actor, "client_id": cast.jo.pk, "reach": "group", "starts_on": TODAY,
        "review_on": until, "reason": WHY, "now": NOON,
    }  # fmt: skip
    staff = actions.restrict_contact(
        **asked, between="staff", worker_id=cast.dana.pk, ask_id=cast.sam.pk
    )
    with pytest.raises(LeaderKeptApart):
        book_individual(
            actor=cast.dana.actor, client_id=cast.jo.pk, worker_id=cast.dana.pk,
            session_type_id=cast.types["individual"].pk, starts_at=NOON + timedelta(hours=2),
            now=NOON,
        )  # fmt: skip
    with pytest.raises(SeatRefused):
        take_seat(
            actor=cast.dana.actor, group_id=cast.group.pk, client_id=cast.jo.pk, starts_on=TODAY,
            now=NOON,
        )  # fmt: skip
    contact = actions.restrict_contact(**asked, between="contact", contact_id=cast.kim.pk)
    flag = every(SafetyFlag).get(contact=cast.kim.row)
    assert flag.reason == "" and flag.ends_at is not None
    assert ask_about_visitor("kim avery", cast.site.pk, NOON) == "Dana Reyes"
    assert ask_about_visitor("Tim Avery", cast.site.pk, NOON) == ""
    actions.renew_restriction(
        actor=cast.dana.actor, restriction_id=contact.pk, review_on=until + timedelta(days=20),
        reason="Nothing has changed yet.", now=NOON,
    )  # fmt: skip
    moved = every(SafetyFlag).get(pk=flag.pk)
    assert moved.ends_at is not None and moved.ends_at > flag.ends_at
    gone = NOON + timedelta(days=30)
    assert whom_to_ask(cast.jo.pk, gone.date()) == ()
    assert every(ContactRestriction).get(pk=staff.pk).ended_on is None


def test_short_notes_name_a_rule_in_force_and_spare_headwear(cast: Cast) -> None:
    """The rule as it read; no note without rules; a reply by the client alone."""
    note = {"actor": cast.dana.actor, "client_id": cast.jo.pk, "kind": "dress", "now": NOON}
    with pytest.raises(Refusal):
        actions.write_conduct_note(**note, words="Cap on.", rule_code="clothing")
    edition = rules_in_force(cast)
    for words, rule, code in (
        ("Cap on.", "unknown", "rule_not_in_force"),
        ("Wore her hijab.", "clothing", "note_headwear_exempt"),
        ("x" * 401, "clothing", "note_words_missing"),
    ):
        with pytest.raises(Refusal) as refused:
            actions.write_conduct_note(**note, words=words, rule_code=rule)
        assert refused.value.codes == (code,)
    kept = actions.write_conduct_note(**note, words="Cap on.", rule_code="clothing")
    assert kept.edition == edition
    actions.reply_to_note(actor=cast.jo.actor, note_id=kept.pk, stance="agrees", now=NOON)
    with pytest.raises(type(kept).DoesNotExist):
        actions.reply_to_note(actor=cast.pat.actor, note_id=kept.pk, stance="agrees", now=NOON)


def test_the_visitors_book_refuses_clients_and_a_second_badge(cast: Cast) -> None:
    """In, out, once; nobody without the promise; another site's book stays shut."""
    visit = {
        "actor": cast.fay.actor, "site_id": cast.site.pk, "name": "Al Bell", "badge": "7",
        "purpose": "maintenance", "host_id": cast.dana.pk, "has_promised": True, "now": NOON,
    }  # fmt: skip
    with pytest.raises(actions.NamesAClient) as named:
        actions.sign_in_visitor(**visit, detail="Drives Jo Avery home")
    assert named.value.word == "Jo Avery"
    with pytest.raises(Refusal):
        actions.sign_in_visitor(**{**visit, "has_promised": False})
    here = actions.sign_in_visitor(**visit, detail="Boiler")
    with pytest.raises(actions.BadgeTaken):
        actions.sign_in_visitor(**{**visit, "name": "Bo Dale"})
    actions.sign_out_visitor(actor=cast.fay.actor, visit_id=here.pk, now=NOON)
    with pytest.raises(Refusal):
        actions.sign_out_visitor(actor=cast.fay.actor, visit_id=here.pk, now=NOON)
    with pytest.raises(NotAllowed):
        actions.sign_in_visitor(**{**visit, "actor": cast.jo.actor})


def _is_here(cast: Cast, client: Client, episode: object) -> None:
    """Somebody with an open stay in a session of today."""
    seat = _seat_now(cast, client, episode, "Now")
    about = {"client": client, "site": cast.site}
    mark = AttendanceMark.objects.create(
        **about, seat=seat, session=seat.session, episode=episode, on=TODAY, state="present",
        credited_minutes=0, marked_at=NOON, marked_by=cast.dana.row,
    )  # fmt: skip
    Punch.objects.create(**about, mark=mark, in_at=NOON - timedelta(minutes=30))


def _seat_now(cast: Cast, client: Client, episode: object, name: str) -> Seat:
    """A seat in a session of this hour."""
    session = GroupSession.objects.create(
        site=cast.site, program=cast.program, session_type=cast.types["group"], name=name,
        on=TODAY, starts_at=NOON - timedelta(hours=1), ends_at=NOON + timedelta(hours=1),
        clinical_minutes=90, capacity=10,
    )  # fmt: skip
    return Seat.objects.create(
        client=client, site=cast.site, session=session, episode=episode, number=1,
        starts_at=session.starts_at, ends_at=session.ends_at, capacity=10,
    )  # fmt: skip
