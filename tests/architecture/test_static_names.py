"""Every sheet and script that a template names is there.

A real installation asks the manifest of static files, which refuses a page that names another;
the development server and the tests' own settings say nothing.
"""

import re
from pathlib import Path

from django.contrib.staticfiles import finders

ROOM = Path(__file__).parents[2] / "homeward"
NAMED = re.compile(r"""\{%\s*static\s+["']([^"']+)["']""")


def test_what_templates_name_is_there():
    wanted = {
        (str(template.relative_to(ROOM)), name)
        for template in ROOM.rglob("*.html")
        for name in NAMED.findall(template.read_text())
    }
    assert len(wanted) > 20
    assert not sorted(each for each in wanted if finders.find(each[1]) is None)
