"""Rules, searches, notes, visitors and the report, in the database."""

from datetime import timedelta

import pytest

from homeward.conduct import actions
from homeward.conduct.actions.searches import Found
from homeward.conduct.at_the_door import DISPUTED, seconds_at_door
from homeward.conduct.equal_treatment import report_of
from homeward.conduct.models import BelongingsSearch, RulesSignature, Witness
from homeward.conduct.queries import rules_to_sign
from homeward.conduct.reaching import every
from homeward.conduct.tests.staging import on_team, rules_in_force, talked
from homeward.core.refusals import NotAllowed, Refusal
from homeward.packets.actions import Proof, prepare_packet, sign_paper
from homeward.packets.library import read_aloud
from homeward.packets.models import PacketItem
from homeward.packets.queries import open_packet_of, papers_of
from homeward.people.models import Client, TeamMembership
from homeward.staff.models import RoleGrant
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON, Cast
from homeward.timetable.roster import DutyShift

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
    # The nurse says she was not at the search: her word marks it, and a supervisor finds out.
    hers = waiting.filter(worker=cast.ruth.row).get(search=done)
    actions.answer_as_witness(actor=cast.ruth.actor, witness_id=hers.pk, was_there=False, now=NOON)
    (task,) = every(CareTask).filter(kind=DISPUTED)
    assert (task.owner_id, task.due_at) == (cast.sam.pk, NOON + timedelta(hours=24))
    # Nobody supervises and no team is left: a director finds out.
    RoleGrant.objects.filter(role="supervisor").delete()
    TeamMembership.objects.unscoped("test").delete()
    gone = waiting.filter(worker=cast.ruth.row).get(item=item)
    actions.answer_as_witness(actor=cast.ruth.actor, witness_id=gone.pk, was_there=False, now=NOON)
    assert every(CareTask).filter(kind=DISPUTED).exclude(pk=task.pk).get().owner_id == cast.dina.pk
    with pytest.raises(NotAllowed):
        actions.search_belongings(**{**search, "actor": cast.fay.actor}, agrees_now=False)
    with pytest.raises(Client.DoesNotExist):
        actions.search_belongings(**{**search, "actor": cast.omar.actor}, agrees_now=False)


def test_the_second_person_works_at_the_door_here_and_now(cast: Cast) -> None:
    """Neither the front desk nor another site nor the office; on duty where the roster says who."""
    on_team(cast, cast.tess, "technician")
    tess, here = cast.tess.actor, cast.site.pk

    def names() -> list[str]:
        return [each.name for each in seconds_at_door(tess, here, NOON)]

    assert names() == ["Dana Reyes", "Ruth Abara", "Sam Whitfield"]
    DutyShift.objects.create(
        site=cast.site, worker=cast.ruth.row, on=TODAY, starts_at=NOON - timedelta(hours=1),
        ends_at=NOON + timedelta(hours=1),
    )  # fmt: skip
    assert names() == ["Ruth Abara"]
    actions.sign_search_consent(
        actor=cast.jo.actor, client_id=cast.jo.pk, signer_name="Jo Avery", language="en", now=NOON
    )
    for unfit in (cast.fay, cast.omar, cast.dina, cast.dana):
        with pytest.raises(actions.SecondUnfit):
            actions.search_belongings(
                actor=tess, client_id=cast.jo.pk, ground="everyone_today", places=["bag"],
                agrees_now=True, second_id=unfit.pk, now=NOON,
            )  # fmt: skip
    assert not every(BelongingsSearch).exists()


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
    for name in ("Jo Avery", "Zed Quux"):  # a client, and nobody
        with pytest.raises(actions.NotAPlace) as named:
            actions.sign_in_visitor(**visit, organisation=name)
        assert named.value.codes == ("visit_organisation_no_place",)
    with pytest.raises(Refusal):
        actions.sign_in_visitor(**{**visit, "has_promised": False})
    here = actions.sign_in_visitor(**visit, organisation="Bell Heating")
    with pytest.raises(actions.BadgeTaken):
        actions.sign_in_visitor(**{**visit, "name": "Bo Dale"})
    actions.sign_out_visitor(actor=cast.fay.actor, visit_id=here.pk, now=NOON)
    with pytest.raises(Refusal):
        actions.sign_out_visitor(actor=cast.fay.actor, visit_id=here.pk, now=NOON)
    with pytest.raises(NotAllowed):
        actions.sign_in_visitor(**{**visit, "actor": cast.jo.actor})


def test_the_report_counts_people_once_and_hides_small_groups(cast: Cast) -> None:
    """Two talks with one person are one person; what one person did is not shown of a group."""
    every(Client).filter(pk=cast.pat.pk).update(sex="female")
    for _twice in range(2):
        talked(cast)
    report = report_of(cast.program, [], TODAY - timedelta(days=30), TODAY)
    assert report.clients == 2
    assert {line.measure for line in report.lines} == {"event:late_or_left", "rung:conversation"}
    assert {line.attribute for line in report.lines} == {"sex"}
    assert all(cell.is_hidden for line in report.lines for cell in line.cells)
    assert report.tests == 0 and "conduct_responsestep" in dict(report.queries)["steps"]
    later = report_of(cast.program, [], TODAY + timedelta(days=1), TODAY + timedelta(days=2))
    assert later.lines == ()
