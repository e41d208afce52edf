"""Reading session types with their blocks, curriculum topics and house rules."""

from homeward.program.file.fields import Table
from homeward.program.file.outline import Block, HouseRulePart, SessionTypePart, TopicPart

KINDS = (
    "group",
    "education",
    "experiential",
    "skills",
    "individual",
    "family",
    "medical",
    "mutual_help",
    "multi_family",
    "vocational",
)
LONGEST_SESSION = 480


def read_session_types(document: Table) -> tuple[SessionTypePart, ...]:
    """The kinds of session; a session's blocks must add up to its minutes."""
    made = []
    for table in document.tables("session_types"):
        blocks = tuple(_block(inner) for inner in table.tables("blocks"))
        part = SessionTypePart(
            where=table.path,
            code=table.code(),
            name=table.text("name", longest=80),
            kind=table.choice("kind", KINDS),
            minutes=table.whole("minutes", 5, LONGEST_SESSION),
            clinical_minutes=table.whole("clinical_minutes", 0, LONGEST_SESSION),
            blocks=blocks,
            smallest=table.whole("smallest", 1, 100, 1),
            largest=table.whole("largest", 1, 100),
            credentials=table.codes("credentials", required=False),
        )
        _check_minutes(table, part)
        if (
            table.is_sound("largest")
            and table.is_sound("smallest")
            and part.largest < part.smallest
        ):
            table.refuse("largest", f"is below smallest ({part.smallest}); give at least that")
        made.append(part)
    return tuple(made)


def _block(table: Table) -> Block:
    return Block(
        name=table.text("name", longest=60),
        minutes=table.whole("minutes", 1, LONGEST_SESSION),
        is_clinical=table.flag("clinical", True),
    )


def _check_minutes(table: Table, part: SessionTypePart) -> None:
    """The blocks are the whole session and its clinical ones are the clinical minutes."""
    if not table.is_sound("blocks"):
        return
    whole = sum(block.minutes for block in part.blocks)
    clinical = sum(block.minutes for block in part.blocks if block.is_clinical)
    if table.is_sound("minutes") and whole != part.minutes:
        table.refuse(
            "minutes", f"is {part.minutes} but its blocks add up to {whole}; make them agree"
        )
    if table.is_sound("clinical_minutes") and clinical != part.clinical_minutes:
        table.refuse(
            "clinical_minutes",
            f"is {part.clinical_minutes} but its clinical blocks add up to {clinical};"
            " breaks are not treatment",
        )


def read_topics(document: Table) -> tuple[TopicPart, ...]:
    """The topics in the order they rotate."""
    return tuple(
        TopicPart(
            where=table.path,
            code=table.code(longest=60),
            title=table.text("title"),
            summary=table.text("summary", longest=1000),
            for_types=table.codes("for_types"),
        )
        for table in document.tables("topics")
    )


def read_house_rules(document: Table) -> tuple[HouseRulePart, ...]:
    """The rules in the order a client reads them."""
    return tuple(
        HouseRulePart(
            where=table.path, code=table.code(longest=60), text=table.text("text", longest=1000)
        )
        for table in document.tables("house_rules")
    )
