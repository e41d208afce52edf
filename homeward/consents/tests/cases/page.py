"""The table as a page: `python -m homeward.consents.tests.cases.page` rewrites it."""

from pathlib import Path

from . import CHAPTERS

PAGE = Path(__file__).parents[4] / "docs" / "contracts" / "consents-decide" / "cases.md"

HEAD = """# Cases of consents decide

Each row is a situation and the answer the engine must give; the tests run them all.
Unless a row says otherwise Jo is an adult client in Texas.
Somebody asks for one progress note of 2 March, at noon (UTC) on 8 March 2026.
Consents were signed on 1 March and end on 1 June.
`on c1` names the papers cited, `withheld r2` the second record asked for.
The plain sentence for each code is in `homeward/consents/words.py`, its section of the law in
`homeward/consents/rules/citations.py`; the last column names the sections of every code in the row.
"""


def as_markdown() -> str:
    """The whole page, numbered through so that a row can be spoken of."""
    lines = [HEAD]
    number = 0
    for chapter, cases in CHAPTERS.items():
        lines += [
            f"## {chapter}",
            "",
            "| No. | Situation | Answer | Citation |",
            "| --- | --- | --- | --- |",
        ]
        for case in cases:
            number += 1
            row = (number, case.situation, case.answer, case.citation)
            lines.append("| " + " | ".join(map(str, row)) + " |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(as_markdown(), encoding="utf-8")
