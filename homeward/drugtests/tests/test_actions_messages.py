"""Laboratory messages end to end: filed, kept, refused, repeated, corrected, and answered."""

import os
from datetime import timedelta

import pytest

from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.drugtests import actions
from homeward.drugtests.actions.resolve_message import MessageSettled
from homeward.drugtests.findings import found_words
from homeward.drugtests.made_messages import Line, oru
from homeward.drugtests.models import AnalyteResult, DrugTest, LabMessage, LabOrder
from homeward.drugtests.queries import (
    corrected_results,
    drug_test,
    messages_to_resolve,
    results_of,
    unconfirmed,
)
from homeward.drugtests.taking import take, take_dropped
from homeward.testing.cast import NOON

INTERFACE = Actor.of_service("drugtests.laboratory")
BOTH = (Line("ETG", "Negative", cutoffs="<500"), Line("THC", "Positive", cutoffs="<50"))


@pytest.fixture
def order(tuesday, test_row, laboratory, kit):
    """Jo's specimen is at the laboratory."""
    actions.record_collection(
        actor=tuesday.tess.actor, test_id=test_row.pk, now=NOON, collection="unobserved",
        temperature_f=94, temperature_minutes=2, is_identity_checked=True, is_sealed=True,
        client_initials="JA",
    )  # fmt: skip
    actions.send_test(actor=tuesday.tess.actor, test_id=test_row.pk, now=NOON)
    return LabOrder.objects.unscoped("test").select_related("client").get()


def about(order, lines=BOTH, **values):
    given, _, family = order.client.name.partition(" ")
    facts = {
        "number": order.number, "record": order.client.chart_number, "given": given,
        "family": family, "born": f"{order.client.birth_date:%Y%m%d}", "lines": lines,
        "collected": "", "reported": "20261125080000",
    }  # fmt: skip
    return oru(**(facts | values))


def send(raw):
    return actions.receive_message(actor=INTERFACE, raw=raw, via="hand", now=NOON)


def msa(answer) -> str:
    return answer.decode().split("\r")[1]


def test_a_result_files_itself_and_is_answered(tuesday, order):
    came = send(about(order))
    test = drug_test(tuesday.dana.actor, order.test_id)
    assert (came.message.state, msa(came.answer)) == ("filed", "MSA|AA|1")
    assert (test.state, test.outcome) == ("resulted", "presumptive"), "a screen is not confirmed"
    assert [row.result for row in results_of(tuesday.dana.actor, test)] == [
        "negative", "presumptive_positive",
    ]  # fmt: skip
    assert LabOrder.objects.unscoped("test").get().closed_reason == "resulted"


def test_the_same_again_changes_nothing(tuesday, order):
    raw = about(order)
    first, again = send(raw), send(raw)
    other = send(about(order, control_id="2"))
    assert again.is_replay
    assert msa(first.answer) == msa(again.answer)
    assert (first.message.pk, LabMessage.objects.get(pk=first.message.pk).replays) == (
        again.message.pk, 1,
    )  # fmt: skip
    assert other.message.state == "nothing_new"
    assert AnalyteResult.objects.unscoped("test").count() == 2


def test_a_correction_supersedes_and_keeps_what_was(tuesday, order):
    send(about(order))
    actions.discuss_result(
        actor=tuesday.dana.actor, test_id=order.test_id, client_account="agrees", now=NOON,
        discussion="Went through the week together.",
    )  # fmt: skip
    differs = send(about(order, (Line("THC", "Negative"),), control_id="3"))
    assert (differs.message.state, differs.message.codes) == (
        "quarantined", ["differs_without_correction"],
    )  # fmt: skip
    corrected = (Line("THC", "Negative", status="C"),)
    send(about(order, corrected, control_id="2", reported="20261126080000"))
    late = send(about(order, control_id="4", reported="20261125090000"))
    test = drug_test(tuesday.dana.actor, order.test_id)
    assert late.message.state == "nothing_new", "an older original does not undo a correction"
    assert (test.state, test.outcome) == ("resulted", "negative"), "it asks to be looked at again"
    assert [row.is_corrected for row in results_of(tuesday.dana.actor, test)] == [False, True]
    assert [row.result for row in corrected_results(tuesday.dana.actor, test)] == [
        "presumptive_positive"
    ]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"number": "HWZZZZZZZZ"}, "order_known"),
        ({"given": "Ann"}, "name_agrees"),
        ({"record": "HW-00010"}, "record_number_agrees"),
        ({"born": "19000101"}, "birth_date_agrees"),
        ({"record": "", "born": ""}, "two_identifiers"),
        ({"collected": "20261001"}, "collection_day_agrees"),
        ({"lines": (*BOTH, Line("FENT", "Negative"))}, "analyte_not_ordered"),
        ({"lines": (Line("QQQ", "Negative"),)}, "analyte_unknown"),
    ],
)
def test_what_does_not_fit_waits_for_a_person(tuesday, order, values, code):
    came = send(about(order, **values))
    assert (came.message.state, came.message.answer) == ("quarantined", "AA")
    assert code in came.message.codes
    assert not AnalyteResult.objects.unscoped("test").exists()


def test_faults_are_answered_with_their_code_and_kept(tuesday, order):
    broken = send(about(order, born="1991"))
    assert (msa(broken.answer), broken.message.place["field"]) == ("MSA|AE|1", 7)
    assert msa(send(about(order, kind="ADT^A01")).answer) == "MSA|AR|1"
    assert send(about(order, sender="SOUTHLAB")).message.codes == ["sender_unknown"]
    send(about(order))
    assert send(about(order, BOTH[:1])).message.codes == ["control_id_reused"]
    assert msa(take(b"not a message", "mllp").answers[0]).startswith("MSA|AE|")


def test_a_refused_message_is_weighed_again_when_it_comes_again(tuesday, order, laboratory):
    """Its sender was set up meanwhile; what was taken keeps its answer."""
    raw = about(order, sender="SOUTHLAB")
    first, second = send(raw), send(raw)
    assert [msa(each.answer) for each in (first, second)] == ["MSA|AR|1", "MSA|AR|1"]
    assert second.is_replay
    laboratory.change(sender="SOUTHLAB")
    taken, again = send(raw), send(raw)
    assert (taken.message.pk, taken.message.state, msa(taken.answer)) == (
        first.message.pk, "filed", "MSA|AA|1",
    )  # fmt: skip
    assert (taken.message.codes, again.is_replay, msa(again.answer)) == ([], True, "MSA|AA|1")
    assert DrugTest.objects.unscoped("test").get().outcome == "presumptive"


def test_a_laboratory_names_the_analytes_of_a_class(tuesday, order, laboratory):
    """Two of its codes stand for the class, one name for none; each analyte keeps its level."""
    test = order.test
    test.change(panel=["opiates", "thc"])
    order.change(analytes=["opiates", "thc"])
    laboratory.change(codes={"op": "opiates", "mor": "opiates", "cod": "opiates", "thc": "thc"})
    screen = (Line("OP", "Positive"), Line("THC", "Negative"))
    assert send(about(order, screen)).message.state == "filed"
    dana = tuesday.dana.actor
    assert drug_test(dana, test.pk).outcome == "presumptive"
    actions.ask_confirmation(actor=dana, test_id=test.pk, analytes=["opiates"], now=NOON)
    second = LabOrder.objects.unscoped("test").select_related("client").get(kind="confirmation")
    named = (
        Line("MOR^Morphine", "2400", "NM", "ng/mL", "<2000", "H", method="LC-MS/MS"),
        Line("COD^Codeine", "<^100", "SN", "ng/mL", "<2000", method="LC-MS/MS"),
        Line("6-MAM", "Negative", method="LC-MS/MS"),
    )
    came = send(about(second, named, control_id="2"))
    assert (came.message.state, came.message.codes) == ("filed", [])
    test = drug_test(dana, test.pk)
    assert test.outcome == "positive"
    rows = results_of(dana, test)
    assert [(row.analyte, row.result, row.level) for row in rows] == [
        ("opiates", "presumptive_positive", None), ("6_mam", "negative", None),
        ("codeine", "negative", None), ("morphine", "positive", 2400), ("thc", "negative", None),
    ]  # fmt: skip
    assert unconfirmed(test) == ()
    assert found_words(rows, test.panel) == "Morphine 2400 ng/mL: tested positive, confirmed"
    assert LabOrder.objects.unscoped("test").get(pk=second.pk).closed_reason == "resulted"


def test_a_message_of_nobody_waits_where_its_laboratory_has_specimens_from(tuesday, order):
    """Jo's site sent the laboratory a specimen; Omar's site never did, and does not see it."""
    kept = send(about(order, number="HWZZZZZZZZ")).message
    assert messages_to_resolve(tuesday.dana.actor) == [kept]
    assert messages_to_resolve(tuesday.omar.actor) == []
    facts = {"message_id": kept.pk, "now": NOON, "reason": "Nobody of ours here."}
    with pytest.raises(LabMessage.DoesNotExist):
        actions.set_message_aside(actor=tuesday.omar.actor, **facts)
    assert actions.set_message_aside(actor=tuesday.dana.actor, **facts).state == "set_aside"


def test_a_preliminary_result_is_no_result(tuesday, order):
    lines = tuple(Line(each.code, each.value, status="P") for each in BOTH)
    came = send(about(order, lines))
    assert (came.message.state, came.message.codes) == ("nothing_new", ["preliminary"])
    assert DrugTest.objects.unscoped("test").get().outcome == "pending"


def test_a_person_files_what_waited(tuesday, order):
    """Dana knows the maiden name; Tess does not judge, and Omar's site does not see it."""
    kept = send(about(order, family="Maiden")).message
    facts = {"message_id": kept.pk, "order_id": order.pk, "now": NOON,
             "reason": "Maiden name, I checked with the client."}  # fmt: skip
    with pytest.raises(NotAllowed):
        actions.file_message(actor=tuesday.tess.actor, **facts)
    with pytest.raises(LabMessage.DoesNotExist):
        actions.file_message(actor=tuesday.omar.actor, **facts)
    filed = actions.file_message(actor=tuesday.dana.actor, **facts)
    assert filed.state == "filed"
    assert DrugTest.objects.unscoped("test").get().outcome == "presumptive"
    with pytest.raises(MessageSettled):
        actions.set_message_aside(
            actor=tuesday.dana.actor, message_id=kept.pk, now=NOON, reason="Nobody of ours here."
        )


def test_nobody_sends_messages_by_hand(tuesday, order):
    with pytest.raises(NotAllowed):
        actions.receive_message(actor=tuesday.dana.actor, raw=about(order), via="hand", now=NOON)


def test_dropped_files_are_taken_once_and_answered(tuesday, order, tmp_path):
    file = tmp_path / "results.hl7"
    file.write_bytes(about(order))
    past = (NOON - timedelta(minutes=5)).timestamp()
    os.utime(file, (past, past))
    assert [take_dropped(tmp_path, NOON), take_dropped(tmp_path, NOON)] == [1, 0]
    answer = (tmp_path / "answers" / "results.hl7.ack").read_bytes()
    assert msa(answer) == "MSA|AA|1"
    assert (tmp_path / "done" / "results.hl7").exists()
    assert DrugTest.objects.unscoped("test").get().outcome == "presumptive"
