"""The words of one group: what is typed, and nothing else about it is counted."""

SHARED = (
    "Opening round with one word for the morning. Worked with the four states hungry, angry, "
    "lonely and tired; everybody mapped the last craving to one of them and named one action. "
    "Homework: the check before dinner each day."
)
OWN = (
    "Opened the round. Described calling a sister before going home on Friday instead of after, "
    "and noticed that the urge had already passed when the call ended.",
    "Found the word lonely for Sunday evenings. Will sit with the neighbors' card game this week "
    "and tell us on Tuesday how long the evening felt.",
    "Came in after the round, listened at first. Said that tired is the state behind most slips "
    "and asked the others how they protect their sleep.",
    "Argued that cravings come from nowhere, then recalled the empty lunch hour before the last "
    "one. Agreed to pack bread and fruit for three days.",
    "Spoke softly about the anniversary in two weeks. Wants a plan for that day and chose the "
    "chapel in the morning and a film with a cousin at night.",
    "Joined from home, camera on. Showed the list on the refrigerator and explained why the second "
    "line, leaving the room, works better than arguing.",
    "Held the paper without writing for ten minutes. With help named one feeling, shame, and one "
    "person who may know about it.",
    "Brought the worksheet filled in for all five evenings; two of them crossed out in red. Read "
    "one aloud and corrected it while reading.",
    "Arrived late from a shift. Linked the last craving to payday and asked the employer to send "
    "the wage to the savings account first.",
)
PEOPLE = (
    "Abel Norwood", "Bianca Castell", "Corin Dale", "Delia Frost", "Emil Haas", "Farah Iqbal",
    "Gwen Jarvis", "Hector Kline", "Inez Lomax", "Jonas Merritt",
)  # fmt: skip
