"""The joined sheets and scripts are their parts in order, named by their content."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import FileSystemStorage

from homeward.core.bundling import JoinedStaticFilesStorage
from homeward.core.component_tags import frame


def test_what_is_joined_is_its_parts_in_order(tmp_path, monkeypatch):
    sheets, scripts = frame.BUNDLES[frame.PUBLIC][:3], frame.BUNDLES[frame.SCRIPT][1:3]
    joins = {frame.PUBLIC: sheets, frame.SCRIPT: scripts}
    monkeypatch.setattr("homeward.core.bundling.BUNDLES", joins)
    parts = {*sheets, *scripts}
    source, storage = (
        FileSystemStorage(tmp_path / "from"),
        JoinedStaticFilesStorage(tmp_path / "to"),
    )
    for part in parts:
        text = Path(str(finders.find(part))).read_text()
        for folder in ("from", "to"):
            (tmp_path / folder / part).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / folder / part).write_text(text)
    done = list(storage.post_process({part: (source, part) for part in sorted(parts)}))
    assert not [each for each in done if isinstance(each[2], Exception)]
    for name in (frame.PUBLIC, frame.SCRIPT):
        hashed = storage.stored_name(name)
        assert hashed != name
        joined = (tmp_path / "to" / hashed).read_text()
        places = [
            joined.index((tmp_path / "from" / part).read_text()[:200])
            for part in frame.BUNDLES[name]
            if part in parts
        ]
        assert places == sorted(places)


def test_where_nothing_is_joined_each_part_is_linked(monkeypatch):
    links = frame.stylesheets(public=True)
    assert links.count("<link") == len(frame.BUNDLES[frame.PUBLIC]) + 1
    monkeypatch.setattr(frame, "staticfiles_storage", type("Joined", (), {"joins": True}))
    monkeypatch.setattr(frame, "static", lambda path: f"/static/{path}")
    assert 'href="/static/core/css/public.css"' in frame.stylesheets(public=True)
    assert 'href="/static/core/css/all.css"' in frame.stylesheets()
