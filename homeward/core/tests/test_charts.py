"""The pictures say what is true, to eyes and to ears, however long or crowded."""

from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from homeward.core.charts import (
    EpisodeEvent,
    EpisodePicture,
    Hours,
    TestMark,
    WeekHours,
    episode_picture,
    hours_svg,
    sparkline_svg,
)
from homeward.core.charts.episode_scale import LABELS, Scale, lanes_for, shortened, width_of
from homeward.core.design.episodes import episode

FIRST = date(2026, 9, 21)


def tree(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def of_class(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [each for each in root.iter() if name in each.get("class", "").split()]


def spans_of(root: ElementTree.Element, name: str) -> list[tuple[float, float, float]]:
    """Where words lie: line, left and right, by the generous width of their letters."""
    found = []
    for text in of_class(root, name):
        x, wide = float(text.get("x", "0")), width_of(text.text or "")
        left = x - wide if text.get("text-anchor") == "end" else x
        found.append((float(text.get("y", "0")), left, left + wide))
    return found


class TestHoursBar:
    def test_says_all_three_numbers_in_words(self) -> None:
        bar = tree(hours_svg(Hours(7.5, 1.5, 9, "Alex R.")))
        assert bar.get("role") == "img"
        assert (
            bar.get("aria-label") == "Alex R.: 7.5 hours delivered, 1.5 still planned, 9 required"
        )

    def test_stands_met_on_track_or_short(self) -> None:
        assert Hours(9, 0, 9).standing == "met"
        assert Hours(6, 3, 9).standing == "on_track"
        assert Hours(3, 0, 9).standing == "short"
        assert "short of what is required" in Hours(3, 0, 9).words

    def test_keeps_what_the_rule_told(self) -> None:
        assert Hours(3, 0, 9, told="on_track").standing == "on_track"

    def test_draws_no_line_where_nothing_is_required(self) -> None:
        assert not of_class(tree(hours_svg(Hours(2))), "hours__required")

    @given(*[st.floats(0, 80, allow_nan=False) for _ in range(3)])
    def test_never_leaves_its_track(
        self, delivered: float, planned: float, required: float
    ) -> None:
        bar = tree(hours_svg(Hours(delivered, planned, required)))
        for rect in bar:
            width = rect.get("width", "0%")
            assert not width.endswith("%") or 0 <= float(width[:-1]) <= 100


class TestSparkline:
    def test_is_one_picture_with_words(self) -> None:
        line = tree(sparkline_svg((13, 11, 6), "PHQ-9 from 13 to 6"))
        assert line.get("aria-label") == "PHQ-9 from 13 to 6"
        assert len(of_class(line, "sparkline__last")) == 1

    def test_survives_no_scores_and_equal_scores(self) -> None:
        assert len(tree(sparkline_svg((), "No scores yet"))) == 0
        assert len(tree(sparkline_svg((5, 5, 5), "Steady at 5"))) == 2


class TestEpisodePicture:
    def test_has_a_title_and_says_itself_in_one_breath(self) -> None:
        picture = episode(16, 10)
        root = tree(episode_picture(picture))
        assert root[0].tag == "title"
        assert root[1].text == picture.words
        assert picture.words.startswith("Week 10 of 16. Phase: Middle.")

    def test_every_mark_opens_its_record_and_has_a_name(self) -> None:
        root = tree(episode_picture(episode(16, 10)))
        links = list(root.iter("a"))
        assert len(links) == 16 + 9 + 10 + 6
        assert all(link.get("href") and link.get("aria-label") for link in links)

    def test_tells_results_apart_without_colour(self) -> None:
        root = tree(episode_picture(episode(16, 10)))
        glyphs = {glyph.text for glyph in of_class(root, "episode__glyph")}
        assert glyphs == {"+", "×", "?"}

    def test_today_stands_on_a_line_of_its_own(self) -> None:
        """The word for today must not lie on an event, as it once did."""
        root = tree(episode_picture(episode(16, 10)))
        now, line = of_class(root, "episode__now")[0], of_class(root, "episode__today")[0]
        events = [float(text.get("y", "0")) for text in of_class(root, "episode__event")]
        assert float(now.get("y", "0")) < 18
        assert float(line.get("y2", "0")) < min(events) - 9

    @given(
        st.lists(
            st.tuples(st.integers(0, 400), st.text("abc ñ", min_size=1, max_size=60)), max_size=30
        )
    )
    def test_labels_of_events_never_touch(self, found: list[tuple[int, str]]) -> None:
        events = tuple(EpisodeEvent(FIRST + timedelta(days=day), words) for day, words in found)
        picture = EpisodePicture(FIRST, FIRST + timedelta(days=400), FIRST, events=events)
        spans = sorted(spans_of(tree(episode_picture(picture)), "episode__event"))
        for (line, _left, right), (next_line, left, _right) in pairwise(spans):
            assert line != next_line or right <= left

    @given(st.integers(1, 80), st.integers(1, 3))
    def test_stays_inside_its_frame(self, weeks: int, tests_a_week: int) -> None:
        picture = episode(weeks, weeks, tests_a_week)
        root = tree(episode_picture(picture))
        width = float(root.get("viewBox", "").split()[2])
        for circle in root.iter("circle"):
            assert LABELS - 1 <= float(circle.get("cx", "0")) <= width

    def test_holds_a_year_of_sessions_and_tests(self) -> None:
        root = tree(episode_picture(episode(60, 52, 3)))
        assert len(of_class(root, "episode__test")) > 150
        assert "episode__picture--long" in root.get("class", "")

    def test_first_week_leaves_room_for_what_comes(self) -> None:
        assert Scale.of(episode(1, 1)).weeks == 8

    def test_escapes_what_people_wrote(self) -> None:
        event = EpisodeEvent(FIRST, '<b onclick="x">&', "/e/")
        svg = episode_picture(EpisodePicture(FIRST, FIRST, FIRST, events=(event,)))
        assert "<b" not in svg
        assert tree(svg) is not None

    def test_writes_no_style_attribute(self) -> None:
        """The content security policy forbids them."""
        assert "style=" not in episode_picture(episode(60, 52, 3))

    def test_repeats_every_fact_in_its_tables(self) -> None:
        picture = episode(16, 10)
        weeks, scores, tests, events = picture.tables
        assert [len(each.rows) for each in picture.tables] == [16, 9, 10, 6]
        assert weeks.rows[0].cells[0].url
        assert {row.cells[1].text for row in tests.rows} >= {"Tested negative", "Tested positive"}
        assert scores.caption == "Use risk"
        assert events.rows[0].cells[1].text == "Admitted"

    def test_leaves_out_rows_without_facts(self) -> None:
        picture = EpisodePicture(FIRST, FIRST, FIRST, hours=(WeekHours(FIRST, 3, 9),))
        assert len(picture.tables) == 1
        assert "Use risk" not in episode_picture(picture)

    def test_counts_only_weeks_that_have_begun(self) -> None:
        assert "weeks at the required hours" in episode(16, 10).words
        assert "of 10 weeks" in episode(16, 10).words

    def test_separates_two_tests_of_one_day(self) -> None:
        marks = tuple(TestMark(FIRST, "negative", "Tested negative") for _ in range(2))
        root = tree(episode_picture(EpisodePicture(FIRST, FIRST, FIRST, tests=marks)))
        heights = [circle.get("cy") for circle in of_class(root, "episode__test")]
        assert len(set(heights)) == 2


class TestScale:
    def test_shortens_by_whole_words_first(self) -> None:
        assert shortened("Late, stepping down", 60) == "Late"
        assert shortened("Orientation", 44) == "Orien…"
        assert shortened("Orientation", 10) == ""

    @given(st.lists(st.tuples(st.floats(0, 1000), st.floats(1, 200)), max_size=40))
    def test_lanes_never_share_a_place(self, found: list[tuple[float, float]]) -> None:
        spans = sorted((start, start + width) for start, width in found)
        lanes = lanes_for(spans)
        for one, (start, _end) in enumerate(spans):
            for other in range(one):
                if lanes[other] is not None and lanes[one] == lanes[other]:
                    assert spans[other][1] <= start
