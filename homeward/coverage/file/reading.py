"""Reading payers and their numbers from the program file."""

from homeward.coverage.file.parts import PayerPart
from homeward.coverage.rules.payer_numbers import PAYER_NUMBERS
from homeward.program.file.fields import Table
from homeward.program.file.numbers import read_numbers
from homeward.program.file.outline import ProgramOutline
from homeward.program.file.problems import Findings
from homeward.program.file.references import refuse_twins, refuse_unknown

KINDS = ("medicaid", "medicare", "state", "private", "self_pay", "other")


def read(document: Table, findings: Findings, outline: ProgramOutline) -> tuple[PayerPart, ...]:
    """The payers of the file; deadlines that name a payer must name one of them."""
    payers = tuple(
        PayerPart(
            where=table.path,
            code=table.code(),
            name=table.text("name"),
            kind=table.choice("kind", KINDS),
            needs_authorization=table.flag("needs_authorization", False),
            numbers=read_numbers(
                table, PAYER_NUMBERS, outline.sources, outline.starts_on, required=False
            ),
        )
        for table in document.tables("payers")
    )
    refuse_twins(findings, "payer", payers)
    codes = [payer.code for payer in payers]
    for deadline in outline.deadlines:
        kind, _, which = deadline.applies_to.partition(":")
        if kind == "payer" and which:
            refuse_unknown(findings, (*deadline.where, "applies_to"), which, "payer", codes)
    return payers
