"""A sealed stream opens with its key, whole, or not at all."""

import io

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.cli.recovery import sealing
from homeward.cli.recovery.sealing import Damaged, SealedReader, SealedWriter
from homeward.config.launch.refusals import LaunchRefused

KEY = X25519PrivateKey.generate()


def seal(content: bytes, pieces: int = 1) -> bytes:
    file = io.BytesIO()
    writer = SealedWriter(file, KEY.public_key(), {"made_at": "2026-11-22"})
    step = max(1, len(content) // pieces)
    for start in range(0, len(content), step):
        writer.write(content[start : start + step])
    writer.close()
    return file.getvalue()


def unseal(sealed: bytes, key: X25519PrivateKey = KEY) -> bytes:
    return io.BufferedReader(SealedReader(io.BytesIO(sealed), private=key)).read()


@pytest.mark.parametrize(
    "size", [0, 1, sealing.BLOCK - 1, sealing.BLOCK, sealing.BLOCK + 1, 3 * sealing.BLOCK]
)
def test_every_length_comes_back(size: int) -> None:
    content = bytes(i % 251 for i in range(997)) * (size // 997 + 1)
    assert unseal(seal(content[:size], pieces=7)) == content[:size]


def test_nothing_of_the_content_shows() -> None:
    assert b"Jo was here" not in seal(b"Jo was here" * 100)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_changed_byte_is_noticed(data: st.DataObject) -> None:
    sealed = bytearray(seal(b"words" * 200))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises((Damaged, LaunchRefused)):
        unseal(bytes(sealed))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_shortened_file_is_noticed(data: st.DataObject) -> None:
    sealed = seal(b"words" * 200)
    with pytest.raises((Damaged, LaunchRefused)):
        unseal(sealed[: data.draw(st.integers(0, len(sealed) - 1))])


def test_missing_repeated_moved_and_added_blocks_are_noticed() -> None:
    sealed = seal(bytes(3 * sealing.BLOCK + 10))
    size = sealing.BLOCK + sealing.TAG
    _header, opening = sealing.read_header(io.BytesIO(sealed))
    start = len(opening)
    blocks = [sealed[i : i + size] for i in range(start, len(sealed), size)]
    one, two, three, last = blocks
    for wrong in (
        [one, two, three],
        [one, three, last],
        [one, one, two, three, last],
        [two, one, three, last],
        [one, two, three, last, last],
    ):
        with pytest.raises(Damaged):
            unseal(opening + b"".join(wrong))


def test_another_key_is_told_apart_from_damage() -> None:
    with pytest.raises(LaunchRefused, match="opens backups marked"):
        unseal(seal(b"words"), X25519PrivateKey.generate())


def test_some_other_file_is_told_apart_too() -> None:
    with pytest.raises(LaunchRefused, match="not a Homeward backup"):
        unseal(b"PK\x03\x04 something else entirely")
