"""Two people, own panels, agreed days, kits and certificates: each with its refusals."""

from datetime import date, timedelta

import pytest

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.refusals import NotAllowed
from homeward.drugtests import actions, prescribed
from homeward.drugtests.actions.end_test import CancellingNeedsTwo
from homeward.drugtests.actions.enter_results import MayNotReadHere
from homeward.drugtests.actions.order_for_cause_test import PanelToChoose
from homeward.drugtests.actions.record_collection import NotSecondedYet
from homeward.drugtests.actions.second_order import NotTheSecondPerson
from homeward.drugtests.actions.set_panel import PanelIncomplete, PanelLine
from homeward.drugtests.actions.skip_draw import SkipNeedsReason, SkipNeedsSecondPerson
from homeward.drugtests.asking import test_today as asked_today
from homeward.drugtests.models import AnalyteResult, Draw, DrugTest, Kit, Pool
from homeward.drugtests.panel_duty import ask_for_panel
from homeward.drugtests.panels import panels_for
from homeward.drugtests.rules.on_site import KitOnHand, may_read
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import State
from homeward.kiosk.telephone import ask_by_telephone, spoken
from homeward.people.models import Client
from homeward.program.models import Program
from homeward.tasks.models import CareTask
from homeward.tasks.proofs import missing_for
from homeward.testing.cast import NOON, TUESDAY

from .conftest import THE_PROGRAM
from .test_actions_chain import collect, read

LINES = [PanelLine(analyte="thc", need="Named cannabis at intake, twice a week.")]


def test_a_reason_waits_for_its_second_person(tuesday):
    test = actions.order_for_cause_test(
        actor=tuesday.dana.actor, client_id=tuesday.jo.pk, seconded_by_id=tuesday.ruth.pk,
        cause="Slurred speech at arrival", now=NOON,
    )  # fmt: skip
    with pytest.raises(NotSecondedYet):
        collect(tuesday.tess, test)
    with pytest.raises(NotTheSecondPerson):
        actions.second_order(actor=tuesday.dana.actor, test_id=test.pk, now=NOON)
    actions.second_order(actor=tuesday.ruth.actor, test_id=test.pk, now=NOON)
    assert collect(tuesday.tess, test).state == "collected"


def test_calling_a_test_off_takes_two_and_a_sentence(tuesday, test_row):
    ask = {"actor": tuesday.dana.actor, "test_id": test_row.pk, "now": NOON}
    with pytest.raises(CancellingNeedsTwo):
        actions.end_test(state="cancelled", reason="not today", **ask)
    with pytest.raises(SkipNeedsReason):
        actions.ask_skip(reason="no", **ask)
    with pytest.raises(NotAllowed):
        actions.ask_skip(reason="They were at a funeral.", **(ask | {"actor": tuesday.tess.actor}))
    with pytest.raises(DrugTest.DoesNotExist):
        actions.ask_skip(reason="They were at a funeral.", **(ask | {"actor": tuesday.omar.actor}))
    actions.ask_skip(reason="They were at a funeral.", **ask)
    with pytest.raises(SkipNeedsSecondPerson):
        actions.agree_skip(**ask)
    test = actions.agree_skip(**(ask | {"actor": tuesday.ruth.actor}))
    assert (test.state, test.ended_reason) == ("cancelled", "They were at a funeral.")


def test_a_draw_is_ordered_with_the_own_panel(tuesday, pool, seated):
    panel = actions.set_panel(
        actor=tuesday.dana.actor, client_id=tuesday.jo.pk, lines=LINES, now=NOON
    )
    draw = actions.commit_draw(
        actor=THE_PROGRAM, pool_id=pool.pk, day=TUESDAY, now=NOON - timedelta(days=1)
    )
    actions.run_draw(actor=THE_PROGRAM, draw_id=draw.pk, now=NOON)
    test = DrugTest.objects.unscoped("test").filter(draw=draw).first()
    if test is not None:
        assert (test.panel, test.panel_set_id) == (["thc"], panel.pk)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([], "panel_empty"),
        ([PanelLine(analyte="thc", need="short")], "need_missing"),
        ([PanelLine(analyte="sugar", need="A need in a sentence.")], "analyte_unknown"),
        (LINES * 2, "analyte_twice"),
    ],
)
def test_no_panel_without_its_need(tuesday, lines, code):
    with pytest.raises(PanelIncomplete) as refusal:
        actions.set_panel(actor=tuesday.dana.actor, client_id=tuesday.jo.pk, lines=lines, now=NOON)
    assert code in refusal.value.codes
    with pytest.raises(Client.DoesNotExist):
        actions.set_panel(actor=tuesday.omar.actor, client_id=tuesday.jo.pk, lines=LINES, now=NOON)


def test_other_days_count_where_they_were_agreed(tuesday, pool):
    """Jo has no seat on Tuesday; having agreed to Tuesdays Jo can be drawn."""
    actions.agree_days(
        actor=tuesday.dana.actor, client_id=tuesday.jo.pk, weekdays=[1], now=NOON,
        words="Comes by on Tuesdays before work.",
    )  # fmt: skip
    draw = actions.commit_draw(
        actor=THE_PROGRAM, pool_id=pool.pk, day=TUESDAY, now=NOON - timedelta(days=1)
    )
    draw = actions.run_draw(actor=THE_PROGRAM, draw_id=draw.pk, now=NOON)
    assert [entry["eligible"] for entry in draw.roster] == [True]
    assert len(draw.seal) == 64


ON = date(2026, 11, 24)
KIT = KitOnHand(lot="A1", analytes=["thc", "etg"], expires_on=ON, is_in_use=True)


def test_nobody_is_tested_for_everything_because_nothing_is_known(tuesday, test_row):
    """An unknown substance asks a clinician for the panel; what waits is then for that one."""
    Client.objects.unscoped("test").filter(pk=tuesday.jo.pk).update(primary_substance="unknown")
    rows = Episode.objects.for_actor(THE_PROGRAM, Purpose.OPERATIONS).select_related("client")
    episode = rows.get(pk=tuesday.episode.pk)
    own = panels_for([episode], TUESDAY)[episode.pk]
    assert (own.analytes, own.need) == ((), "to_set")
    source = lambda client_id, on: frozenset({"buprenorphine"})  # noqa: E731
    prescribed.register(source)
    try:
        assert panels_for([episode], TUESDAY)[episode.pk].analytes == ("buprenorphine",)
    finally:
        prescribed._sources.remove(source)
    order = {
        "actor": tuesday.dana.actor, "client_id": tuesday.jo.pk, "now": NOON,
        "seconded_by_id": tuesday.ruth.pk, "cause": "Slurred speech at arrival",
    }  # fmt: skip
    with pytest.raises(PanelToChoose):
        actions.order_for_cause_test(**order)
    assert actions.order_for_cause_test(**order, panel=["etg"]).panel == ["etg"]
    test_row.change(panel=[], panel_need="to_set")
    with audit.unit():
        task = ask_for_panel(test_row, NOON)
        assert task == ask_for_panel(test_row, NOON)
    assert missing_for(task, "set", tuesday.dana.actor) == ("panel_not_set",)
    actions.set_panel(actor=tuesday.dana.actor, client_id=tuesday.jo.pk, lines=LINES, now=NOON)
    test_row.refresh_from_db()
    assert (test_row.panel, test_row.panel_need) == (["thc"], "own_panel")
    assert CareTask.objects.unscoped("test").get(pk=task.pk).disposition == "set"


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({}, []),
        ({"certified_until": None}, ["certificate_current"]),
        ({"certified_until": ON - timedelta(days=1)}, ["certificate_current"]),
        ({"need": "to_set"}, ["order_individual"]),
        ({"need": "own_substances"}, ["order_individual"]),
        ({"need": "any text"}, ["order_individual"]),
        ({"need": "for_cause"}, ["order_individual"]),
        ({"need": "for_cause", "is_seconded": True}, []),
        ({"kit": None}, ["kit_known", "kit_in_date", "kit_reads_panel"]),
        ({"on": ON + timedelta(days=1)}, ["kit_in_date"]),
        ({"panel": ["thc", "fentanyl"]}, ["kit_reads_panel"]),
        ({"need": ""}, ["order_individual"]),
    ],
)
def test_reading_on_site_by_the_table(changes, refused):
    facts = {"on": ON, "certified_until": ON + timedelta(days=9), "kit": KIT, "panel": ["thc"],
             "need": "own_panel"}  # fmt: skip
    decision = may_read(**(facts | changes))
    assert [line.code for line in decision.reasons if line.state is not State.MET] == refused
    assert decision.outcome == ("may_not_read" if refused else "may_read")


def test_nothing_is_read_without_a_kit_in_date(tuesday, test_row, kit):
    collect(tuesday.tess, test_row)
    with pytest.raises(MayNotReadHere):
        read(tuesday.tess, test_row, kit_id=None)
    actions.withdraw_kit(
        actor=tuesday.tess.actor, kit_id=kit.pk, reason="Left in the sun", now=NOON
    )
    with pytest.raises(MayNotReadHere) as refusal:
        read(tuesday.tess, test_row)
    assert refusal.value.codes == ("kit_known",)
    with pytest.raises(NotAllowed):
        actions.add_kit(
            actor=tuesday.fay.actor, site_id=tuesday.site.pk, name="Cup", lot="B",
            analytes=["thc"], expires_on=TUESDAY, now=NOON,
        )  # fmt: skip
    assert Kit.objects.get().withdrawn_at == NOON


def test_a_prescription_explains_what_is_found(tuesday, test_row, kit):
    """Said by the list of medicines or by the panel, whoever reads the cup."""
    source = lambda client_id, on: frozenset({"thc"})  # noqa: E731
    prescribed.register(source)
    try:
        collect(tuesday.tess, test_row)
        test = read(tuesday.tess, test_row, thc="positive")
    finally:
        prescribed._sources.remove(source)
    assert test.outcome == "negative"
    found = AnalyteResult.objects.unscoped("test").get(analyte="thc")
    assert found.result == "positive_expected"


def test_one_answer_on_the_page_and_on_the_telephone(tuesday, test_row, kit):
    jo, site = tuesday.jo, tuesday.site
    said = asked_today(jo.actor, jo.pk, site, NOON)
    assert (said.answer, said.until) == ("yes", test_row.due_at)
    from homeward.attendance.actions import give_arrival_code

    code = give_arrival_code(actor=tuesday.dana.actor, client_id=jo.pk, now=NOON).code
    dial = {"actor": THE_PROGRAM, "caller": "312", "code": code, "now": NOON}
    birthday = f"{jo.row.birth_date:%m%d}"
    assert ask_by_telephone(birthday="0000", **dial) == ("wrong_numbers", None)
    assert ask_by_telephone(birthday=birthday, **dial)[0] == "yes"
    late = test_row.due_at
    assert asked_today(jo.actor, jo.pk, site, late).answer == "over"
    assert ask_by_telephone(birthday=birthday, **(dial | {"now": late}))[0] == "over"
    assert "come to the front desk" in spoken("over", None)
    collect(tuesday.tess, test_row)
    assert asked_today(jo.actor, jo.pk, site, NOON).answer == "done"


def test_another_programs_draw_answers_nobody_here(tuesday, pool):
    """Two programs at one site have a pool each."""
    jo, site = tuesday.jo, tuesday.site
    beside = Program.objects.create(code="beside", name="Beside")
    other = Pool.objects.create(code="beside-main", program=beside, site=site)
    for each, answer in ((other, "not_yet"), (pool, "no")):
        Draw.objects.create(
            pool=each, day=NOON.date(), method="x", commitment="c", sealed_secret="s",
            committed_at=NOON, drawn_at=NOON,
        )  # fmt: skip
        assert asked_today(jo.actor, jo.pk, site, NOON).answer == answer
