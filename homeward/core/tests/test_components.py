"""What each component prints: its words, its roles, its links."""

import pytest
from django.template import TemplateSyntaxError

from homeward.core.charts import Hours
from homeward.core.components import (
    Act,
    Cell,
    Column,
    DayEntry,
    Face,
    Fact,
    Figure,
    Moment,
    Need,
    Pager,
    Row,
    Signature,
    Tab,
    Table,
    WeekBlock,
    WeekBoard,
    WeekDay,
    in_lanes,
)
from homeward.core.tests.component_page import render


class TestButton:
    def test_is_a_link_when_it_has_an_address(self) -> None:
        html = render("{% button 'Open' href='/x/' about='note of Monday' %}")
        assert html == (
            '<a class="button button--quiet" href="/x/">Open'
            '<span class="visually-hidden"> note of Monday</span></a>'
        )

    def test_submits_its_form_otherwise(self) -> None:
        html = render("{% button 'Sign' kind='primary' name='act' value='sign' %}")
        assert html == (
            '<button class="button button--primary" type="submit" name="act" value="sign">'
            "Sign</button>"
        )

    def test_opens_a_dialog_without_submitting(self) -> None:
        html = render("{% button 'More' opens='more' %}")
        assert 'type="button"' in html
        assert 'data-opens="more"' in html

    def test_refuses_an_unknown_kind(self) -> None:
        with pytest.raises(TemplateSyntaxError):
            render("{% button 'Sign' kind='loud' %}")

    def test_escapes_its_label(self) -> None:
        assert "<i>" not in render("{% button label %}", label="<i>Ana</i>")

    def test_act_prints_nothing_when_there_is_none(self) -> None:
        assert render("{% act none %}") == ""


class TestTag:
    def test_says_its_state_in_words_and_tone(self) -> None:
        assert render("{% tag 'due' 'urgent' %}") == '<span class="tag tag--urgent">due</span>'

    def test_refuses_an_unknown_tone(self) -> None:
        with pytest.raises(TemplateSyntaxError):
            render("{% tag 'due' 'red' %}")

    def test_marks_a_number_nobody_adopted_with_its_source(self) -> None:
        html = render("{% not_adopted 'policy ATT-2' %}")
        assert "not adopted" in html
        assert "policy ATT-2" in html

    def test_phase_keeps_its_colour(self) -> None:
        assert 'class="phase-tag phase-early"' in render("{% phase_tag 'early' 'Early' %}")


class TestCard:
    def test_is_a_section_named_by_its_heading(self) -> None:
        html = render("{% card 'To sign' aside='3' %}<p>x</p>{% endcard %}")
        assert '<section class="card" aria-labelledby="to-sign-card">' in html
        assert '<h2 class="card__title" id="to-sign-card">To sign</h2>' in html
        assert "<p>x</p>" in html

    def test_escapes_an_aside_that_is_not_markup(self) -> None:
        assert "&lt;b&gt;" in render("{% card 'A' aside=words %}{% endcard %}", words="<b>")

    def test_takes_a_tag_as_its_aside(self) -> None:
        html = render("{% tag 'new' 'info' as t %}{% card 'A' aside=t %}{% endcard %}")
        assert '<div class="card__aside"><span class="tag' in html


class TestPageHeader:
    def test_holds_the_one_heading_and_its_buttons(self) -> None:
        html = render(
            "{% page_header 'Today' subline='Tue' %}{% button 'New' href='/' %}{% endpage_header %}"
        )
        assert "<h1>Today</h1>" in html
        assert '<p class="page-header__sub">Tue</p>' in html
        assert '<div class="page-header__acts"><a class="button' in html


class TestNeeds:
    def test_lists_people_in_order_with_one_next_thing(self) -> None:
        need = Need(
            Face("JT", "Jordan T.", "/c/"), "answered 2", "due today", Act("Start", "/s/"), "urgent"
        )
        html = render("{% needs rows %}", rows=[need])
        assert '<ol class="rows needs">' in html
        assert '<a class="row__name" href="/c/">Jordan T.</a> answered 2' in html
        assert 'href="/s/">Start</a>' in html

    def test_says_so_when_nobody_needs_anything(self) -> None:
        html = render("{% needs rows empty='Nobody right now.' %}", rows=[])
        assert "Nobody right now." in html
        assert "<ol" not in html


class TestTable:
    TABLE = Table(
        "Clients",
        (Column("Client"), Column("Hours", numeric=True)),
        (
            Row((Cell("Alex", "/a/", "HW-1"), Cell("7.5"))),
            Row((Cell("Bo"), Cell("late", tone="attention"))),
        ),
        empty="No clients yet",
    )

    def test_scopes_its_headings_and_labels_cells_for_phones(self) -> None:
        html = render("{% data_table table %}", table=self.TABLE)
        assert html.count('scope="col"') == 2
        assert html.count('scope="row"') == 2
        assert '<td data-label="Hours" class="number">7.5</td>' in html
        assert "<caption" in html

    def test_says_what_is_missing_when_empty(self) -> None:
        assert "No clients yet" in render(
            "{% data_table table %}", table=Table("C", (Column("C"),), (), empty="No clients yet")
        )

    def test_refuses_rows_that_do_not_fit_the_columns(self) -> None:
        table = Table("C", (Column("C"),), (Row((Cell("a"), Cell("b"))),))
        with pytest.raises(ValueError, match=r"shorter|longer"):
            render("{% data_table table %}", table=table)


class TestSummary:
    def test_pairs_terms_with_values_and_ways_to_change(self) -> None:
        facts = [
            Fact("Grace", "10 minutes", Act("Change", "/g/"), not_adopted=True),
            Fact("Seat", ""),
        ]
        html = render("{% summary_list facts %}", facts=facts)
        assert "<dt>Grace</dt>" in html
        assert "not adopted" in html
        assert 'Change<span class="visually-hidden"> Grace</span>' in html
        assert "not recorded" in html


class TestFigures:
    def test_reads_number_and_words_as_a_pair(self) -> None:
        html = render("{% stat_strip figures %}", figures=[Figure("4", "sessions", "urgent")])
        assert '<dt class="stat__label">sessions</dt><dd class="stat__value">4</dd>' in html

    def test_metrics_put_words_before_numbers(self) -> None:
        html = render("{% metrics figures %}", figures=[Figure("0", "Days with a gap")])
        assert "<dt>Days with a gap</dt><dd>0</dd>" in html


class TestWaysOn:
    def test_tabs_are_links_with_the_current_one_marked(self) -> None:
        html = render(
            "{% tabs tabs 'Parts' %}", tabs=[Tab("Plan", "/p/", True), Tab("Notes", "/n/")]
        )
        assert '<nav class="tabs" aria-label="Parts">' in html
        assert html.count("aria-current") == 1

    def test_pager_says_where_it_stands(self) -> None:
        html = render("{% pager page %}", page=Pager(26, 50, 60, "/?p=1"))
        assert "26 to 50 of 60" in html
        assert 'rel="prev"' in html
        assert 'rel="next"' not in html

    def test_history_gives_time_act_and_person(self) -> None:
        html = render(
            "{% timeline moments %}", moments=[Moment("Mon", "Signed", "Dana", url="/n/")]
        )
        assert '<a href="/n/">Signed</a>' in html
        assert "Dana" in html


class TestDay:
    def test_marks_what_runs_now(self) -> None:
        html = render(
            "{% day_timeline day %}", day=[DayEntry("09:30", "Group", now=True, tag="now")]
        )
        assert 'aria-current="time"' in html
        assert ">now</span>" in html

    def test_says_cancelled_in_words(self) -> None:
        html = render("{% day_timeline day %}", day=[DayEntry("09:30", "Group", cancelled=True)])
        assert ">cancelled</span>" in html

    def test_faces_are_read_by_name(self) -> None:
        html = render("{% faces people '1 here' %}", people=[Face("AR", "Alex R.")])
        assert '<span class="visually-hidden">Alex R.</span>' in html


class TestWeek:
    def block(self, start: int, end: int) -> WeekBlock:
        return WeekBlock("Group", "room 2", start, end, "9:30–11:00", "early", url="/s/")

    def test_places_a_session_by_quarter_hours(self) -> None:
        board = WeekBoard((WeekDay("Mon 23", (self.block(570, 660),)),), 9, 12)
        html = render("{% week_grid board %}", board=board)
        assert "phase-early from-3 span-6 lane-1-1" in html
        assert "week__rows-12" in html

    def test_reads_as_days_with_lists_of_sessions(self) -> None:
        board = WeekBoard((WeekDay("Mon 23", ()), WeekDay("Tue 24", (), today=True)), 9, 12)
        html = render("{% week_grid board %}", board=board)
        assert html.count("<section") == 2
        assert "Nothing planned" in html
        assert "(today)" in html

    def test_sessions_at_the_same_time_stand_side_by_side(self) -> None:
        blocks = in_lanes((self.block(540, 600), self.block(570, 630), self.block(600, 660)))
        assert [(each.lane, each.lanes) for each in blocks] == [(1, 2), (2, 2), (1, 2)]
        assert [each.reach for each in blocks] == [1, 1, 1]

    def test_a_session_beside_free_lanes_takes_them(self) -> None:
        made = [(540, 660), (540, 600), (540, 570), (600, 660)]
        blocks = in_lanes(tuple(self.block(*each) for each in made))
        assert [(each.lane, each.reach) for each in blocks] == [(1, 1), (2, 1), (3, 1), (2, 2)]
        html = render("{% week_grid board %}", board=WeekBoard((WeekDay("Mon", blocks),), 9, 12))
        assert html.count("lane-2-3 to-13") == 1 and html.count(" to-") == 1

    def test_a_session_alone_keeps_the_whole_width(self) -> None:
        blocks = in_lanes((self.block(540, 600), self.block(600, 660)))
        assert [(each.lane, each.lanes) for each in blocks] == [(1, 1), (1, 1)]


class TestSignature:
    def test_says_who_credential_when_and_meaning(self) -> None:
        signature = Signature("Renée Marsh", "LPC", "Tue 24 Nov, 11:42", "I led this group.")
        html = render("{% signature_block signature %}", signature=signature)
        for words in ("Renée Marsh", "LPC", "Tue 24 Nov, 11:42", "I led this group.", "locked"):
            assert words in html


class TestHoursBar:
    def test_shows_numbers_once_and_says_them_once(self) -> None:
        html = render("{% hours_bar hours %}", hours=Hours(3, 0, 9, "Maya K."))
        assert '<p class="hours__numbers" aria-hidden="true">3 / 9</p>' in html
        assert 'aria-label="Maya K.: 3 hours delivered' in html
        assert "hours--short" in html


class TestAPaper:
    def test_has_headings_and_no_signs_and_brings_no_markup_along(self) -> None:
        words = "# Being there\n\nI am Jo <b>.\n\n## What it is\nOne.\nTwo # three."
        html = render("{{ paper|as_paper }}", paper=words)
        assert html.splitlines() == [
            "<h3>Being there</h3>", "<p>I am Jo &lt;b&gt;.</p>", "<h4>What it is</h4>",
            "<p>One.</p>", "<p>Two # three.</p>",
        ]  # fmt: skip


class TestInitials:
    @pytest.mark.parametrize(
        "name, letters",
        [("Bianca Cruz", "BC"), ("Ana María de la O", "AO"), ("Sol", "S"), ("", "")],
    )
    def test_take_first_and_last(self, name: str, letters: str) -> None:
        assert render("{{ name|initials }}", name=name) == letters
