"""The small markup: what it reads, and that nothing typed becomes a page of its own."""

from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from homeward.publishing.rules.changes import Wording, changes_between
from homeward.publishing.rules.markup import Block, Span, blocks_of, plain_words, problems_in

PIECES = st.sampled_from(
    [
        "<script>alert(1)</script>", "<img src=x onerror=1>", "[x](javascript:alert(1))",
        "[x](//evil.example/)", "[x](https://evil.example/)", "[x](data:text/html,1)", "**", "## ",
        "- ", "1. ", "[[", "]]", "\n", "\n\n", "&amp;", '"', "'", "words", "[a](/ask/)", "{{ x }}",
        "{% x %}", "\x00", "\u202e",
    ]
)  # fmt: skip


def shown(text: str) -> str:
    return render_to_string("publishing/blocks.html", {"blocks": blocks_of(text)})


def test_reads_each_kind_of_block():
    text = (
        "## One\nWords **here** and [there](/ask/).\n\n"
        "- a\n- b\n  goes on\n\n1. x\n2) y\n\n[[Rules]]"
    )
    kinds = [block.kind for block in blocks_of(text)]
    assert kinds == ["h2", "p", "ul", "ol", "insert"]
    paragraph, items = blocks_of(text)[1], blocks_of(text)[2]
    assert paragraph.lines[0] == (
        Span("Words "), Span("here", is_strong=True), Span(" and "), Span("there", href="/ask/"),
        Span("."),
    )  # fmt: skip
    assert items.text == "a\nb goes on"
    assert blocks_of(text)[4] == Block("insert", insert="rules")


def test_lines_without_a_space_between_are_one_paragraph():
    assert [block.text for block in blocks_of("one\ntwo\n\nthree")] == ["one two", "three"]


def test_says_what_the_page_cannot_do():
    assert problems_in("[[moon]] is words, not an insert") == ()
    assert problems_in("[[moon]]") == (("insert_unknown", "moon"),)
    assert problems_in("[x](https://a.example)") == (("link_outside", "https://a.example"),)
    assert problems_in("a <b>bold</b> word") == (("markup_is_shown", "<"),)


def test_an_outside_link_stays_words():
    assert "href" not in shown("[x](https://a.example) [y](javascript:alert) [z](//a.example)")


@given(st.lists(PIECES | st.text(max_size=20), max_size=12).map("".join))
def test_nothing_typed_becomes_markup_of_the_page(text):
    page = shown(text)
    allowed = ("<p", "</", "<ul", "<ol", "<li", "<h2", "<h3", "<strong", '<a href="/', '<a href="#')
    for at, sign in enumerate(page):
        if sign == "<":
            assert page.startswith((*allowed, '<a href="tel:', '<a href="sms:'), at), page[at:]
    assert "javascript:" not in "".join(part.split('"')[0] for part in page.split('href="')[1:])


@given(st.lists(st.sampled_from("abc \n"), max_size=60).map("".join))
def test_plain_words_keep_every_word(text):
    assert plain_words(text).replace(".", " ").split() == text.split()


def test_changes_are_lines_with_their_neighbours():
    older = Wording("T", "", "one\ntwo\nthree\nfour")
    newer = Wording("T", "", "one\ntwo\nthree and more\nfour")
    assert [(line.kind, line.text) for line in changes_between(older, newer)] == [
        ("same", "two"), ("removed", "three"), ("added", "three and more"), ("same", "four"),
    ]  # fmt: skip
    assert changes_between(newer, newer) == ()
