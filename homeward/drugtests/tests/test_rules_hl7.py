"""Messages are read with positions, understood or not, and filed for nobody by mistake."""

import random
import socket
import threading
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from homeward.cli.bench.filing import matched
from homeward.cli.bench.fuzz import fuzz
from homeward.drugtests.made_messages import Line, identity_of, oru, somebody
from homeward.drugtests.mllp import (
    END,
    START,
    Address,
    Listener,
    NotConfigured,
    configured,
    frames,
)
from homeward.drugtests.rules.hl7.acknowledging import Ack, Answer, acknowledgement
from homeward.drugtests.rules.hl7.asked import asked_of, due
from homeward.drugtests.rules.hl7.comparing import OnFile, compare
from homeward.drugtests.rules.hl7.matching import match
from homeward.drugtests.rules.hl7.meaning import Line as Meant
from homeward.drugtests.rules.hl7.meaning import understand
from homeward.drugtests.rules.hl7.oru import read_report
from homeward.drugtests.rules.hl7.places import Unreadable, Unsupported
from homeward.drugtests.rules.hl7.reader import read_message
from homeward.drugtests.taking import messages_in

NUMBER = "HWABCD2345"
NEGATIVE = Line("THC", "Negative", cutoffs="<50")
GOOD = oru(number=NUMBER, lines=(NEGATIVE,))
CODES = {"thc": "thc", "fent": "fentanyl", "etg": "etg"}


def test_a_message_is_read():
    report = read_report(read_message(GOOD))
    assert (report.sender, report.control_id) == ("NORTHLAB", "1")
    assert report.identity.record_numbers == ("HW-00001",)
    assert (report.identity.given, report.identity.family) == ("Jo", "Arroyo")
    assert report.identity.birth_date == date(1991, 3, 14)
    (ordered,) = report.orders
    assert (ordered.number, ordered.collected_on) == (NUMBER, date(2026, 11, 24))
    assert ordered.reported_at == datetime(2026, 11, 24, 18)  # noqa: DTZ001  (the lab's wall)


@pytest.mark.parametrize("ends", [b"\n", b"\r\n", b"\r\r"])
def test_other_ends_of_segments_are_taken(ends):
    assert read_report(read_message(GOOD.replace(b"\r", ends))).orders[0].number == NUMBER


def test_escapes_and_other_separators():
    text = GOOD.replace(b"Arroyo", b"O\\T\\Neil\\X2D\\Park").replace(b"^", b"$")
    assert read_report(read_message(text)).identity.family == "O&Neil-Park"


@pytest.mark.parametrize(
    ("change", "code", "name", "field"),
    [
        ((b"MSH", b"MSX"), "no_header", "", 0),
        ((b"MSH|^~\\&", b"MSH|^^\\&"), "separators", "MSH", 2),
        ((b"ORU^R01", b"ADT^A01"), "kind_unsupported", "MSH", 9),
        ((b"ORU^R01", b"ORU^R30"), "event_unsupported", "MSH", 9),
        ((b"|P|2.5.1", b"|T|2.5.1"), "processing_unsupported", "MSH", 11),
        ((b"|P|2.5.1", b"|P|3.0"), "version_unsupported", "MSH", 12),
        ((b"ORU^R01|1|", b"ORU^R01||"), "control_id_missing", "MSH", 10),
        ((b"PID|1", b"PIX|1"), "no_person", "OBX", 0),
        ((b"19910314", b"19911314"), "not_a_time", "PID", 7),
        ((b"OBR|", b"OBZ|"), "observation_before_order", "OBX", 0),
        ((b"OBX|", b"ob |"), "segment_name", "", 0),
        ((b"|ST|THC", b"|NM|THC"), "not_a_number", "OBX", 5),
        ((b"|THC^THC^L|", b"||"), "code_missing", "OBX", 3),
        ((b"||Negative|", b"|||"), "value_missing", "OBX", 5),
        ((b"|||F||||||", b"|||Q||||||"), "status_unknown", "OBX", 11),
        ((b"Jo|", b"J\\o|"), "escape_not_closed", "PID", 5),
        ((b"Jo|", b"J\\X000\\o|"), "escape_unknown", "PID", 5),
        ((b"Jo|", b"J\x00o|"), "control_character", "", 0),
        ((b"Jo|", b"J\xff\xfeo|"), "bytes_not_text", "", 0),
    ],
)  # fmt: skip
def test_a_malformed_message_is_refused_with_its_place(change, code, name, field):
    broken = GOOD.replace(*change)
    assert broken != GOOD
    with pytest.raises(Unreadable) as fault:
        read_report(read_message(broken))
    place = fault.value.place
    assert (fault.value.code, place.name, place.field) == (code, name, field)
    assert isinstance(fault.value, Unsupported) == code.endswith("unsupported")
    if field:
        shown = broken.decode("latin-1")[place.offset :]
        assert shown.startswith(
            (broken.split(b"\r")[place.segment - 1].decode("latin-1")).split("|")[
                field - (name == "MSH")
            ]
        ), "the character named is where the field begins"


@pytest.mark.parametrize(
    ("line", "reading", "method"),
    [
        (Line("THC", "Negative"), "negative", "presumptive"),
        (Line("THC", "POSITIVE"), "positive", "presumptive"),
        (Line("FENT", "3.2", "NM", "ng/mL", "<1", "H", method="LC-MS/MS"), "positive",
         "definitive"),
        (Line("FENT", "0.4", "NM", "ng/mL", "1", method="EIA"), "negative", "presumptive"),
        (Line("FENT", "<^1", "SN", "ng/mL", "<1"), "negative", "presumptive"),
        (Line("FENT", "", "NM", status="X"), "not_tested", "presumptive"),
        # A level without a cutoff, a bound above the cutoff, a flag against the word: not guessed.
        (Line("FENT", "3.2", "NM", "ng/mL"), None, ""),
        (Line("FENT", "<^100", "SN", "ng/mL", "<1"), None, ""),
        (Line("THC", "Negative", flag="A"), None, ""),
        (Line("THC", "see note"), None, ""),
        (Line("XYZ", "Negative"), None, ""),
    ],
)  # fmt: skip
def test_a_line_is_understood_or_left_to_a_person(line, reading, method):
    report = read_report(read_message(oru(number=NUMBER, lines=(line,))))
    found = understand(report.orders[0].observations, CODES, "presumptive")
    if reading is None:
        assert found.problems
        assert not found.lines
    else:
        assert [(each.reading, each.method) for each in found.lines] == [(reading, method)]


def test_what_was_measured_of_the_specimen():
    lines = (Line("creatinine", "12", "NM", "mg/dL"), Line("pH", "6.5", "NM"))
    report = read_report(read_message(oru(number=NUMBER, lines=lines)))
    found = understand(report.orders[0].observations, CODES, "presumptive")
    assert found.measured == {"creatinine": Decimal(12), "ph": Decimal("6.5")}


EARLY, LATE = datetime(2026, 11, 24, 12, tzinfo=UTC), datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("reading", "status", "reported", "on_file", "verdict"),
    [
        ("positive", "F", EARLY, None, "new"),
        ("positive", "F", LATE, ("positive", False, EARLY), "same"),
        ("negative", "C", LATE, ("positive", False, EARLY), "corrects"),
        ("negative", "F", LATE, ("positive", False, EARLY), "conflict"),
        ("negative", "C", EARLY, ("positive", True, LATE), "older"),
        ("negative", "F", EARLY, ("positive", True, LATE), "older"),
        ("negative", "F", None, ("positive", True, None), "older"),
    ],
)
def test_a_result_is_replaced_only_by_a_later_correction(
    reading, status, reported, on_file, verdict
):
    line = Meant(
        analyte="thc", reading=_reading(reading), method="definitive", level=None, cutoff=None,
        unit="ng/mL", status=status,
    )  # fmt: skip
    found = on_file and OnFile(
        reading=on_file[0], level=None, is_corrected=on_file[1], reported_at=on_file[2]
    )
    assert compare(line, reported, found or None) == verdict


def _reading(word):
    from homeward.drugtests.rules.analytes import Reading

    return Reading(word)


def test_an_acknowledgement_names_id_code_and_place():
    with pytest.raises(Unreadable) as fault:
        read_report(read_message(GOOD.replace(b"19910314", b"1991")))
    answer = Answer(
        code=Ack.ERROR, control_id="A|1", reason=fault.value.code, place=fault.value.place,
        condition=fault.value.condition,
    )  # fmt: skip
    text = acknowledgement(answer, own_id="9", at=EARLY).decode()
    read_message(text.encode())
    assert "\rMSA|AE|A1\r" in text
    assert "\rERR||PID^1^7|102|E|not_a_time|" in text, "the first PID, wherever it stands"


def test_a_fault_is_placed_by_segment_name_and_in_the_messages_own_version():
    """The second OBX is OBX 2, though the sixth line; before 2.5 place and condition are ERR-1."""
    whole = oru(number=NUMBER, lines=(NEGATIVE, NEGATIVE), version="2.3.1")
    broken = whole.replace(b"OBX|2|ST|THC^THC^L|", b"OBX|2|ST||")
    with pytest.raises(Unreadable) as fault:
        read_report(read_message(broken))
    place = fault.value.place
    assert (place.name, place.segment, place.occurrence) == ("OBX", 6, 2)
    told = {"code": Ack.ERROR, "control_id": "1", "reason": "code_missing", "place": place,
            "condition": 101}  # fmt: skip
    asked = asked_of(broken)
    old = acknowledgement(Answer(version=asked.version, **told), own_id="9", at=EARLY).decode()
    assert "|P|2.3.1\r" in old
    assert "\rERR|OBX^2^3^101&code missing" in old
    assert b"\rERR||OBX^2^3|101|E|" in acknowledgement(Answer(**told), own_id="9", at=EARLY)
    assert asked_of(whole.replace(b"|2.3.1", b"|9.1")).version == "2.5.1"


@pytest.mark.parametrize(
    ("accept", "application", "taken", "faulty", "unsupported"),
    [
        ("", "", "AA", "AE", "AR"),
        ("AL", "", "CA", "CE", "CR"),
        ("AL", "NE", "CA", "CE", "CR"),
        ("AL", "AL", "CA AA", "CE", "CR"),
        ("ER", "AL", "AA", "CE", "CR"),
        ("SU", "ER", "CA", "AE", "AR"),
        ("NE", "AL", "AA", "AE", "AR"),
        ("NE", "SU", "AA", "", ""),
        ("NE", "NE", "", "", ""),
        ("", "ER", "", "AE", "AR"),
    ],
)  # fmt: skip
def test_each_message_is_answered_as_it_asks(accept, application, taken, faulty, unsupported):
    """The original mode without MSH-15 and MSH-16; in the enhanced one each answer as asked."""
    raw = GOOD.replace(b"|P|2.5.1", f"|P|2.5.1|||{accept}|{application}".encode())
    read_report(read_message(raw))
    asked = asked_of(raw)
    for code, condition, wanted in (
        (Ack.ACCEPTED, 0, taken), (Ack.ERROR, 102, faulty), (Ack.REJECTED, 203, unsupported)
    ):  # fmt: skip
        assert " ".join(due(asked, code, condition)) == wanted
    with pytest.raises(Unreadable) as fault:
        read_report(read_message(raw.replace(b"|P|2.5.1|||", b"|P|2.5.1|||XX")))
    assert (fault.value.code, fault.value.place.field) == ("acknowledgement_unknown", 15)


def test_ten_thousand_near_misses_are_filed_for_nobody():
    """Twins, relatives, turned digits, one identifier: all wait; the right ones do not."""
    answer = matched(10_000, 5)
    assert (answer["wrongly_filed"], answer["right_ones_kept_for_a_person"]) == (0, 0)
    assert len(answer["by_kind"]) == 10


def test_the_reasons_of_a_match_stand_beside_it():
    order = somebody(random.Random(2))
    decision = match(order.number, identity_of(order), None, order)
    assert decision.outcome == "filed"
    assert {line.code: line.state.value for line in decision.reasons} == {
        "order_known": "met", "order_open": "met", "record_number_agrees": "met",
        "name_agrees": "met", "birth_date_agrees": "met", "collection_day_agrees": "unknown",
        "two_identifiers": "met",
    }  # fmt: skip


def test_damaged_messages_never_crash_the_reader():
    """A small dose; `homeward bench fuzz` goes on for ten minutes."""
    answer = fuzz(5.0, 7, most=600)
    assert answer["crashes"] == []
    assert answer["messages"] > 100


def test_files_and_frames_hold_several_messages():
    batch = b"FHS|^~\\&|LAB\r" + GOOD + GOOD + b"FTS|1\r"
    assert list(messages_in(batch)) == [GOOD, GOOD]
    pieces = iter([b"noise" + START + GOOD[:40], GOOD[40:] + END + START + GOOD + END, b""])
    assert list(frames(lambda _size: next(pieces))) == [GOOD, GOOD]


def test_a_connection_is_answered_message_by_message():
    """Two senders at once, two messages each, each answered before the next."""
    with Listener(Address("127.0.0.1", 0), lambda raw: [raw[:3] + b"|ok", b"MSH|2"]) as listener:
        thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            senders = [socket.create_connection(listener.server_address, 5) for _ in range(2)]
            for sender in senders * 2:
                sender.sendall(START + GOOD + END)
                both = START + b"MSH|ok" + END + START + b"MSH|2" + END
                assert b"".join(sender.recv(1) for _ in both) == both
            for sender in senders:
                sender.close()
        finally:
            listener.shutdown()
            thread.join(5)


@pytest.mark.parametrize(
    ("environment", "host"),
    [({}, None), ({"HOMEWARD_MLLP": "127.0.0.1:2575"}, "127.0.0.1")],
)
def test_the_listener_is_off_unless_configured(environment, host):
    found = configured(environment)
    assert (found.host if found else None) == host


@pytest.mark.parametrize("text", ["2575", "host:", "0.0.0.0:2575", "127.0.0.1:99999"])
def test_a_listener_outside_this_machine_wants_mutual_tls(text):
    with pytest.raises(NotConfigured):
        configured({"HOMEWARD_MLLP": text})
