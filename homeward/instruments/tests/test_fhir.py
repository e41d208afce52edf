"""FHIR in and out: what goes round comes back the same, and what is wrong is named by its path."""

import json
from argparse import Namespace
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.instruments import fhir_commands, library
from homeward.instruments.rules.definition import load
from homeward.instruments.rules.fhir_questionnaire import definition_from
from homeward.instruments.rules.fhir_response import response_in, response_out
from homeward.instruments.rules.scoring import score
from homeward.kernel.bad_input import BadInput

NEED_LICENCE = [
    name
    for name in library.instrument_ids()
    if not library.instrument(name).meta["items_embedded_verbatim"]
]


def shipped(instrument_id: str) -> dict[str, Any]:
    with (library.FOLDER / f"{instrument_id}.json").open(encoding="utf-8") as file:
        return json.load(file)


@st.composite
def answered(draw):
    instrument = library.instrument(draw(st.sampled_from(library.instrument_ids())))
    names = draw(st.sets(st.sampled_from(sorted(instrument.items))))
    return instrument, {
        name: draw(st.sampled_from(instrument.items[name].values))
        for name in instrument.items
        if name in names
    }


class TestResponse:
    @settings(max_examples=200, deadline=None)
    @given(answered(), st.booleans())
    def test_comes_back_as_it_went_out(self, case, is_handed_in):
        """Over every shipped definition: the same answers, so the same scores."""
        instrument, answers = case
        out = response_out(instrument, answers, is_handed_in=is_handed_in)
        told = response_in(json.loads(json.dumps(out)), library.instrument)
        assert (told.instrument, told.version) == (instrument.id, instrument.version)
        assert told.answers == answers
        assert told.is_handed_in is is_handed_in
        assert score(instrument, told.answers, {}) == score(instrument, answers, {})

    @pytest.mark.parametrize("name", NEED_LICENCE)
    def test_carries_no_text_that_needs_a_licence(self, name):
        instrument = library.instrument(name)
        answers = {link: item.values[0] for link, item in instrument.items.items()}
        out = json.dumps(response_out(instrument, answers))
        assert '"text"' not in out
        assert '"display"' not in out

    @pytest.mark.parametrize(
        ("name", "masked", "open_"), [("ace10", "1", None), ("ahc_hrsn", "7", "1")]
    )
    def test_masks_what_stays_inside_the_team(self, name, masked, open_):
        """Adversity in childhood and safety at home go out as masked, not as unanswered."""
        instrument = library.instrument(name)
        answers = {link: item.values[-1] for link, item in instrument.items.items()}
        out = response_out(
            instrument, answers, is_masked=lambda link: library.is_masked(name, link)
        )
        items = {item["linkId"]: item for item in out["item"]}
        assert "answer" not in items[masked]
        assert items[masked]["extension"][0]["valueCode"] == "masked"
        if open_:
            assert "answer" in items[open_]

    def wrong(self, **changes: Any) -> dict[str, Any]:
        body = response_out(library.instrument("phq9"), {"1": 1, "9": 0})
        return {**body, **changes}

    @pytest.mark.parametrize(
        ("changes", "path"),
        [
            ({"resourceType": "Bundle"}, "resourceType"),
            ({"status": "lost"}, "status"),
            ({"status": "entered-in-error"}, "status"),
            ({"questionnaire": "http://example.org/q"}, "questionnaire"),
            ({"questionnaire": "urn:homeward:instrument:horoscope"}, "questionnaire"),
            ({"questionnaire": "urn:homeward:instrument:phq9|0.1"}, "questionnaire"),
            ({"item": [{"linkId": "77", "answer": [{"valueInteger": 1}]}]}, "item[0].linkId"),
            ({"item": [{"linkId": "1", "answer": [{"valueInteger": 1}]}]}, "item[0].answer[0]"),
            ({"item": [{"linkId": "1", "answer": [{"valueCoding": {"code": "x"}}]}]},
             "item[0].answer[0].valueCoding.code"),
            ({"item": [{"linkId": "1", "answer": [{}, {}]}]}, "item[0].answer"),
            ({"item": "none"}, "item"),
        ],
    )  # fmt: skip
    def test_names_the_path_of_what_is_wrong(self, changes, path):
        with pytest.raises(BadInput) as refused:
            response_in(self.wrong(**changes), library.instrument)
        assert refused.value.path == path

    def test_reads_items_below_groups(self):
        body = self.wrong(item=[{"linkId": "g", "item": self.wrong()["item"]}])
        assert response_in(body, library.instrument).answers == {"1": 1, "9": 0}


class TestQuestionnaire:
    @pytest.mark.parametrize("name", library.instrument_ids())
    def test_every_shipped_one_comes_back_with_its_key(self, name):
        """The same items, options and scores; answers score alike."""
        document = shipped(name)
        made = load(definition_from(document["questionnaire"], document["scoring"]))
        own = library.instrument(name)
        assert made.items == own.items
        assert made.scores == own.scores
        assert made.safety == own.safety

    def form(self) -> dict[str, Any]:
        return deepcopy(shipped("gad2")["questionnaire"])

    def test_sums_every_item_when_asked_to(self):
        definition = definition_from(self.form(), sums_all=True)
        assert definition["scoring"]["scores"][0]["range"] == [0, 6]

    def test_makes_yes_and_no_of_a_boolean(self):
        form = self.form()
        form["item"] = [{"linkId": "a", "type": "boolean", "text": "Slept at all?"}]
        instrument = load(definition_from(form, sums_all=True))
        assert [option.ordinal for option in instrument.items["a"].options] == [1, 0]

    @pytest.mark.parametrize(
        ("spoil", "path"),
        [
            (lambda f: f.pop("item"), "item"),
            (lambda f: f.update(status="retired"), "status"),
            (lambda f: f["item"][0].update(type="open-choice"), "item[0].type"),
            (lambda f: f["item"][1].update(type="string"), "item[1].type"),
            (lambda f: f["item"][0].update(repeats=True), "item[0].repeats"),
            (lambda f: f["item"][0].update(answerValueSet="urn:x"), "item[0].answerValueSet"),
            (lambda f: f["item"][0]["answerOption"][1].pop("extension"),
             "item[0].answerOption[1].extension"),
            (lambda f: f["item"][0]["answerOption"].clear(), "item[0].answerOption"),
            (lambda f: f["item"].append({"linkId": "n", "type": "integer", "text": "How many"}),
             "item[2].extension"),
            (lambda f: f["item"][0].pop("text"), "item[0].text"),
            (lambda f: f["item"].append(dict(f["item"][0])), "questionnaire.item[2].linkId"),
        ],
    )  # fmt: skip
    def test_refuses_what_cannot_be_scored_by_its_path(self, spoil, path):
        form = self.form()
        spoil(form)
        with pytest.raises(BadInput) as refused:
            definition_from(form, sums_all=True)
        assert refused.value.path == path

    def test_refuses_a_form_without_scoring(self):
        with pytest.raises(BadInput) as refused:
            definition_from(self.form())
        assert refused.value.path == "scoring"

    def test_refuses_bands_its_items_do_not_support(self):
        document = shipped("gad2")
        document["scoring"]["scores"][0]["range"] = [0, 9]
        with pytest.raises(BadInput, match="must be 9"):
            definition_from(document["questionnaire"], document["scoring"])


def test_the_commands_go_round():
    """Out of answers, in again, scored as the contract's own command scores them."""
    asked = {"instrument": "phq9", "answers": {str(n): 1 for n in range(1, 10)}}
    resource, _ = fhir_commands.out(asked, arguments=Namespace(inside=False))
    result, _ = fhir_commands.response(resource, arguments=Namespace())
    assert result["scores"]["total"]["value"] == 9
    assert [rule["id"] for rule in result["safety"]] == ["phq9.safety.1"]
