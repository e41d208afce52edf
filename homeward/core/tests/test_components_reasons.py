"""Why: every line in words, with its state, evidence and source."""

import pytest

from homeward.core import evidence_links
from homeward.core.design.decisions import EMPTY, PLACEMENT
from homeward.core.tests.component_page import render
from homeward.kernel.reasons import Decision, Evidence, Reason, State


@pytest.fixture
def linked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_links, "_links", {"specimen": lambda ref: f"/results/{ref}/"})


class TestWhy:
    def test_folds_its_lines_without_scripts(self) -> None:
        html = render("{% why decision %}", decision=PLACEMENT)
        assert html.startswith('<details class="why"><summary>Why</summary>')
        assert html.count('<li class="reason">') == 4

    def test_says_each_state_in_words(self) -> None:
        html = render("{% reasons decision %}", decision=PLACEMENT)
        assert [html.count(f">{words}</span>") for words in ("met", "not known", "not met")] == [
            2,
            1,
            1,
        ]

    def test_names_the_source_and_what_kind_it_is(self) -> None:
        html = render("{% reasons decision %}", decision=PLACEMENT)
        assert "ASAM Criteria, 3rd edition, dimension 1 (professional norm)" in html

    def test_names_the_rule_set_and_version(self) -> None:
        assert "Rule set place-3, version 4" in render("{% reasons decision %}", decision=PLACEMENT)

    def test_links_evidence_that_has_a_page(self, linked: None) -> None:
        html = render("{% reasons decision %}", decision=PLACEMENT)
        assert '<a href="/results/1/">CIWA-Ar 6, 24 Nov 09:10</a>' in html
        assert "<span>no rating of 4; home is safe</span>" in html

    def test_is_silent_without_a_decision(self) -> None:
        assert render("{% why none %}{% reasons none %}") == ""

    def test_stands_without_lines(self) -> None:
        assert "Rule set seat-1" in render("{% why decision label='Why no seat' %}", decision=EMPTY)


class TestEvidenceLinks:
    def test_an_unknown_kind_has_no_address(self, linked: None) -> None:
        assert evidence_links.link_for(Evidence("rumour", "1")) == ""

    def test_a_kind_is_registered_once(self, linked: None) -> None:
        with pytest.raises(ValueError, match="already has a link"):
            evidence_links.register("specimen", str)


class TestDaysInReasons:
    def test_a_day_kept_as_data_reads_as_a_day(self) -> None:
        made = Decision(
            "late", "test", "1",
            (Reason("stays_as_it_is", State.MET, (Evidence("visit", "", "2026-11-29"),)),),
        )  # fmt: skip
        html = render("{% reasons decision %}", decision=made)
        assert "Sun 29 Nov 2026" in html and "2026-11-29" not in html
