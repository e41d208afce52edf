"""Whole specimen pages: well made, scriptless, and without anything the policy forbids."""

import re
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import RequestFactory

from homeward.core.component_tags.frame import SCRIPTS, STYLESHEETS
from homeward.core.tests.component_page import pages, render

PAGES = pages()
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta"}
CSS = Path(finders.find("core/css/tokens.css")).parent


class Outline(HTMLParser):
    """Ids, references, headings and unbalanced tags of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.wanted: set[str] = set()
        self.headings: list[int] = []
        self.open: list[str] = []
        self.forbidden: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in {"aria-labelledby", "aria-describedby", "aria-controls", "for"}:
                self.wanted |= set((value or "").split())
            if name == "style" or name.startswith("on"):
                self.forbidden.append(f"{tag} {name}")
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another element"


@pytest.mark.parametrize("name", PAGES)
class TestEveryPage:
    def test_balances_its_elements(self, name: str) -> None:
        assert Outline(PAGES[name]).open == []

    def test_forbids_itself_inline_styles_and_handlers(self, name: str) -> None:
        assert Outline(PAGES[name]).forbidden == []

    def test_has_unique_ids_and_no_broken_reference(self, name: str) -> None:
        outline = Outline(PAGES[name])
        assert len(outline.ids) == len(set(outline.ids))
        assert outline.wanted <= set(outline.ids)

    def test_has_one_first_heading(self, name: str) -> None:
        assert Outline(PAGES[name]).headings.count(1) == 1

    def test_says_that_nobody_is_real(self, name: str) -> None:
        assert "Demo program: nobody here is real." in PAGES[name]

    def test_can_skip_to_the_main_part(self, name: str) -> None:
        assert '<a class="skip" href="#main">' in PAGES[name]
        assert '<main id="main" tabindex="-1">' in PAGES[name] or 'id="main"' in PAGES[name]


class TestShells:
    def test_portal_title_and_icon_reveal_nothing(self) -> None:
        assert "<title>Your day</title>" in PAGES["phone"]
        assert "neutral.svg" in PAGES["phone"]
        assert "Homeward" not in PAGES["phone"]

    def test_public_and_portal_can_be_left_at_once(self) -> None:
        assert "data-quick-leave" in PAGES["phone"]
        assert "data-quick-leave" in PAGES["public"]

    def test_staff_find_works_as_a_link_without_scripts(self) -> None:
        assert 'href="/design/find/" data-find-open' in PAGES["today"]
        assert 'role="combobox"' in PAGES["today"]

    def test_forms_of_the_shell_carry_their_keys(self) -> None:
        assert PAGES["today"].count('method="post"') == PAGES["today"].count('name="form_key"')

    def test_errors_are_in_the_title(self) -> None:
        assert "<title>Error: Add a client" in PAGES["errors"]

    @pytest.mark.parametrize(
        "choice, expected", [("dark", ' data-theme="dark"'), ("", ""), ("<x>", "")]
    )
    def test_theme_comes_from_the_cookie(self, choice: str, expected: str) -> None:
        request = SimpleNamespace(COOKIES={"theme": choice})
        assert render("{% theme_attribute %}", request=request) == expected

    @pytest.mark.parametrize("status", ["400", "403", "404", "409", "500"])
    def test_error_pages_say_what_next(self, status: str) -> None:
        html = render_to_string(f"{status}.html", {}, request=RequestFactory().get("/"))
        assert "<h1>" in html
        assert Outline(html).forbidden == []

    def test_messages_stay_until_dismissed(self) -> None:
        message = SimpleNamespace(level_tag="success", __str__=lambda self: "Saved")
        html = render("{% notices %}", messages=[message])
        assert 'role="status"' in html
        assert "data-dismiss" in html


# Linked by the pages that are made to be printed.
ON_PAPER = ("paper", "paper-wide")


class TestStyleSheets:
    def test_lists_every_sheet_there_is(self) -> None:
        found = {str(path.relative_to(CSS).with_suffix("")) for path in CSS.rglob("*.css")}
        assert found == {*STYLESHEETS, "print", *ON_PAPER}

    def test_each_wraps_itself_in_its_layer(self) -> None:
        for name in STYLESHEETS[1:]:
            layer = "components" if name.startswith("components/") else name
            assert f"@layer {layer} {{" in (CSS / f"{name}.css").read_text(), name

    def test_colours_are_written_once_as_tokens(self) -> None:
        for path in (CSS / "components").glob("*.css"):
            assert not re.search(r"#[0-9a-f]{3,8}\b|light-dark\(", path.read_text()), path.name

    def test_utilities_stay_under_twenty(self) -> None:
        assert len(re.findall(r"^\s*\.[\w-]+ \{", (CSS / "utilities.css").read_text(), re.M)) < 20

    def test_every_place_on_the_board_has_a_class(self) -> None:
        sheet = (CSS / "components/week-rows.css").read_text()
        assert all(f".from-{n} " in sheet for n in range(1, 97))
        assert all(f".span-{n} " in sheet for n in range(1, 49))
        assert all(f".lane-{a}-{b} " in sheet for b in range(1, 7) for a in range(1, b + 1))

    def test_scripts_exist_and_evaluate_nothing(self) -> None:
        for name in SCRIPTS:
            source = Path(finders.find(f"core/js/{name}.js")).read_text()
            assert '"use strict";' in source
            assert not re.search(r"\beval\(|innerHTML|new Function", source)
