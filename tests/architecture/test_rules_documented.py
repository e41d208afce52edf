"""Every pure rule is named in the documentation, where somebody who is no engineer can find it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLACES = ("docs/domain", "docs/algorithms")


def test_every_rule_module_is_named():
    """As `room/module`, in the index `docs/domain/rule-modules.md` or on a page of its own."""
    pages = (page for place in PLACES for page in (ROOT / place).glob("*.md"))
    told = "\n".join(page.read_text("utf-8") for page in pages)
    modules = (
        f"{path.parts[-3]}/{path.stem}"
        for path in sorted((ROOT / "homeward").glob("*/rules/*.py"))
        if path.stem != "__init__"
    )
    assert [name for name in modules if f"`{name}`" not in told] == []
