"""A file of places: every line right or named with its mend; all of it or nothing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from homeward.core.refusals import NotAllowed
from homeward.directory.actions.take_sheet import (
    WORDS,
    SheetNotRight,
    place_of,
    take_sheet,
    try_sheet,
)
from homeward.directory.kinds import Language, Option, PayerKind, Takes
from homeward.directory.models import Service, ServiceEdit
from homeward.directory.rules.opening import Stretch
from homeward.directory.rules.sheet import MOST_LINES, Place, read_sheet, write_sheet
from homeward.directory.words import PROBLEMS
from homeward.testing.cast import NOON, Cast

HEAD = "code,name,options,zip,phone,hours,payers,languages,takes\r\n"
GOOD = (
    "north-detox,North detox,detox; residential,60640,+1 312 555 0111,24/7,medicaid,en; es,adults"
)


def found(text: str) -> list[tuple[int, str, str]]:
    """Line, column and code of each problem."""
    return [(each.line, each.column, each.code) for each in read_sheet(text, WORDS).problems]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (HEAD + GOOD, []),
        ("\ufeff" + HEAD + GOOD, []),
        (HEAD.upper() + GOOD, []),
        (HEAD + GOOD + "\r\n\r\n,,,,,,,,\r\n", []),
        ("", [(1, "name", "column_missing"), (1, "options", "column_missing"),
              (1, "zip", "column_missing")]),
        ("name,options,zip,zip\nA,detox,60614,60614", [(1, "zip", "column_twice")]),
        ("name,options,zip,colour\nA,detox,60614,red", [(1, "colour", "column_unknown")]),
        ("name,options,zip\nA,detox", [(2, "", "cells_do_not_match")]),
        ("name,options,zip\nA,detox,60614,more", [(2, "", "cells_do_not_match")]),
        ("name,options,zip\n,detox,60614", [(2, "name", "cell_empty")]),
        ("name,options,zip\nA,spa; detox,6061", [(2, "options", "options_unknown"),
                                                  (2, "zip", "zip_unclear")]),
        ("name,options,zip\nA,detox,00000", [(2, "zip", "zip_unknown")]),
        ("name,options,zip\nA,detox,٦٠٦١٤", [(2, "zip", "zip_unclear")]),
        (f"name,options,zip\n{'A' * 121},detox,60614", [(2, "name", "cell_too_long")]),
        ("name,options,zip\nÄ,detox,60614\n!!,detox,60614", [(2, "code", "code_needed"),
                                                            (3, "code", "code_needed")]),
        ("code,name,options,zip\nA B,A,detox,60614", [(2, "code", "code_unclear")]),
        ("name,options,zip\nA,detox,60614\na,detox,60615", [(3, "code", "code_twice")]),
        ("name,options,zip,phone\nA,detox,60614,call", [(2, "phone", "phone_unclear")]),
        ("name,options,zip,hours\nA,detox,60614,all day", [(2, "hours", "hours_unclear")]),
        ("name,options,zip,languages\nA,detox,60614,klingon",
         [(2, "languages", "languages_unknown")]),
        ('name,options,zip\n"A\nB",detox,6\nC,detox,7', [(3, "zip", "zip_unclear"),
                                                          (4, "zip", "zip_unclear")]),
        ('name,options,zip\n"A,detox,60614', [(2, "", "not_csv")]),
        ("name,options,zip\nA\0,detox,60614", [(1, "", "not_text")]),
    ],
)  # fmt: skip
def test_names_line_and_column(text: str, problems: list[tuple[int, str, str]]) -> None:
    """Every problem of every line at once; a line break inside a cell counts as the file counts."""
    assert found(text) == problems


def test_every_problem_has_its_mend_in_words() -> None:
    """No code reaches a screen without a sentence."""
    for text in ("", "name,options,zip\nA,spa,6,", "name,options,zip,hours\nA,detox,60614,x"):
        assert all(each.code in PROBLEMS for each in read_sheet(text, WORDS).problems)


def test_a_file_without_end_is_stopped() -> None:
    """At two thousand lines, by name."""
    text = "code,name,options,zip\n" + "".join(
        f"c{n},N,detox,60614\n" for n in range(MOST_LINES + 5)
    )
    assert found(text) == [(MOST_LINES + 2, "", "too_many_lines")]


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1 312", "-2", "@sum", "\tx", "'=1", "''", "=HYPERLINK()"]
)
def test_a_formula_is_written_so_that_nothing_runs(cell: str) -> None:
    """And is read back as it was."""
    text = write_sheet(
        [Place(code="a", name="A", options=("detox",), zip_code="60614", notes=cell)]
    )
    line = text.splitlines()[1] if "\t" not in cell else text
    assert f",'{cell}" in line or f",\"'{cell}" in line
    if cell.strip() == cell:
        assert read_sheet(text, WORDS).places[0].notes == cell


def lists(kind: Any) -> Any:
    """Any choice of the codes of one list."""
    codes = sorted(each.value for each in kind)
    return some.lists(some.sampled_from(codes), unique=True).map(tuple)


texts = some.text(
    some.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=25
).map(str.strip)
places = some.builds(
    Place,
    code=some.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True),
    organisation=texts,
    name=texts.filter(bool),
    options=lists(Option).filter(bool),
    address=texts,
    city=texts,
    zip_code=some.sampled_from(["60614", "60640", "02138"]),
    phone=some.sampled_from(["", "+1 312 555 0199", "988"]),
    web=texts,
    languages=lists(Language),
    payers=lists(PayerKind),
    takes=lists(Takes),
    hours=some.sampled_from([(), (Stretch(0, 480, 1020), Stretch(5, 0, 120))]),
    notes=texts,
)


@given(some.lists(places, max_size=4, unique_by=lambda place: place.code))
def test_what_is_written_is_read_again(drawn: list[Place]) -> None:
    """Export and import are each other's inverse, whatever the words."""
    sheet = read_sheet(write_sheet(drawn), WORDS)
    assert sheet.problems == []
    again = [
        {name: getattr(p, name) for name in Place.__slots__ if name != "line"} for p in sheet.places
    ]
    first = [{name: getattr(p, name) for name in Place.__slots__ if name != "line"} for p in drawn]
    assert again == first


@given(some.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    """Never an exception: either places or problems or neither."""
    sheet = read_sheet("name,options,zip\n" + text, WORDS)
    assert all(each.line >= 1 for each in sheet.problems)


@pytest.mark.django_db
class TestTakeSheet:
    def test_takes_all_and_says_what_it_did(self, cast: Cast) -> None:
        """The dry run and the deed say the same."""
        trial = try_sheet(HEAD + GOOD)
        done = take_sheet(actor=cast.ada.actor, text=HEAD + GOOD, now=NOON)
        assert trial == done
        row = Service.objects.get()
        assert (row.code, row.options, row.verified_on) == (
            "north-detox", ["detox", "residential"], None,
        )  # fmt: skip
        assert ServiceEdit.objects.get().what == "added"

    def test_the_same_file_again_changes_nothing(self, cast: Cast) -> None:
        """No edit, no new version."""
        for _time in range(2):
            trial = take_sheet(actor=cast.ada.actor, text=HEAD + GOOD, now=NOON)
        assert (trial.same, Service.objects.get().version) == (("North detox",), 1)

    def test_a_changed_line_takes_the_check_away(self, cast: Cast) -> None:
        """What a file says was not asked of the place."""
        take_sheet(actor=cast.ada.actor, text=HEAD + GOOD, now=NOON)
        row = Service.objects.get()
        row.change(verified_on=NOON.date(), verified_by_id=cast.ada.pk)
        take_sheet(actor=cast.ada.actor, text=(HEAD + GOOD).replace("0111", "0112"), now=NOON)
        row.refresh_from_db()
        assert (row.phone, row.verified_on) == ("+1 312 555 0112", None)

    def test_one_wrong_line_and_nothing_is_taken(self, cast: Cast) -> None:
        """Not even the lines before it."""
        text = HEAD + GOOD + "\r\n,South,detox,1,,,,,"
        assert [each.line for each in try_sheet(text).problems] == [3]
        with pytest.raises(SheetNotRight):
            take_sheet(actor=cast.ada.actor, text=text, now=NOON)
        assert not Service.objects.exists()

    def test_is_not_for_everybody(self, cast: Cast) -> None:
        """A client, and staff who do not keep the list."""
        for outsider in (cast.jo, cast.tess):
            with pytest.raises(NotAllowed):
                take_sheet(actor=outsider.actor, text=HEAD + GOOD, now=NOON)

    def test_the_export_of_what_was_taken_is_the_same_place(self, cast: Cast) -> None:
        """Through the database and back."""
        take_sheet(actor=cast.ada.actor, text=HEAD + GOOD, now=NOON)
        text = write_sheet([place_of(Service.objects.get())])
        assert try_sheet(text).same == ("North detox",)
