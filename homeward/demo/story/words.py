"""Words for notes, each put together for one client on one day, never naming anybody.

Sentences are built from parts chosen by keyed draws. `Wording` remembers what was said so that
no two clients and no two days share a text.
"""

from __future__ import annotations

from .chance import Chance

OPENING = {
    "active": (
        "Spoke early and stayed with the subject",
        "Took part from the start",
        "Asked two questions and answered one",
        "Led part of the exercise",
        "Engaged with the others' experience and added to it",
        "Volunteered for the practice round",
        "Brought a written example from the week",
        "Listened closely and spoke several times",
    ),
    "moderate": (
        "Listened first, joined in after the break",
        "Spoke when asked and gave full answers",
        "Followed the exercise and shared once",
        "Quiet at first, warmer towards the end",
        "Took notes and offered one example",
        "Shared briefly, nodded along with others",
    ),
    "limited": (
        "Said little today",
        "Kept to short answers",
        "Stayed in the room but was hard to reach",
        "Looked tired and passed on the first round",
        "Listened without speaking until the closing round",
    ),
}
SITUATIONS = (
    "the walk past the corner store",
    "a Friday with money in hand",
    "a call from an old contact",
    "the empty house after nine",
    "an argument about rent",
    "a cousin's party",
    "pain in the knee at night",
    "a long bus ride home",
    "boredom on Sunday",
    "a letter from the court",
    "the first paycheck in months",
    "a friend who still uses",
    "waking at four in the morning",
    "a bad day at work",
    "being thanked by a child",
    "the smell of beer at a cookout",
    "an old photo",
    "a drive through the old street",
    "a visit to the clinic",
    "a fight that was avoided",
    "a text at midnight",
    "the week before the anniversary of a loss",
    "a job interview",
    "loneliness after group",
    "a neighbor's offer",
    "a game on television",
    "waiting for test results",
    "a day without plans",
    "a meeting with the case worker",
    "cooking for the family",
    "a night with three hours of sleep",
    "a birthday without drinking",
    "the first ride on the bicycle",
    "an unpaid bill",
    "a walk with the dog",
    "a quarrel with a housemate",
    "the holiday weekend",
    "seeing someone else doing well",
    "a panic in the supermarket",
    "a quiet evening that went well",
)
ACTIONS = (
    "named what came up in the body",
    "left before it got worse",
    "called a sober contact",
    "used slow breathing for ten minutes",
    "wrote the thought down and looked at it later",
    "waited the urge out with a timer",
    "went to a meeting instead",
    "told a family member the truth",
    "asked for a ride home",
    "changed the route",
    "put the phone in another room",
    "ate first and decided after",
    "thought of the list in the wallet",
    "found no way to cope yet and said so",
    "played the story to its end",
    "said no without explaining",
    "took a shower and went to bed",
    "went for a walk around the block",
    "thought about the goal and stayed",
    "asked for help earlier than last time",
)
RESPONSES = (
    "Took feedback well.",
    "Seemed relieved to say it aloud.",
    "Was surprised by how early the warning sign came.",
    "Disagreed at first and came back to it later.",
    "Became tearful and accepted a short pause.",
    "Laughed at the end, lighter than on arrival.",
    "Agreed to try it before the next meeting.",
    "Connected it with what happened last month.",
    "Recognized the pattern without prompting.",
    "Wanted a simpler version of the exercise.",
    "Asked to practise it again.",
    "Set a small task for the evening.",
    "Held back, then said the fear plainly.",
    "Found the link between sleep and urges.",
    "Was able to rate the urge before and after.",
    "Stayed calm when challenged.",
)
NEXT = (
    "Try one skill before the next group",
    "Bring the trigger list",
    "Go over it in the individual session",
    "Practise refusal words",
    "Keep the evening plan",
    "Call the support person on the hard day",
    "Log sleep and urges",
    "Rehearse the exit plan",
    "Read the handout and mark one line",
    "Look at the payday plan",
    "Ask about a sober activity",
    "Follow up on the doctor's visit",
    "Share progress with the team",
    "Return to the same subject next week",
)
BY_TYPE = {
    "group_therapy": "process group",
    "process": "process group",
    "education": "education group",
    "psychoeducation": "education group",
    "experiential": "experiential group",
    "relapse_prevention": "relapse prevention group",
    "wellbeing": "well-being group",
    "skills": "skills group",
    "evening_skills": "evening skills group",
    "evening_process": "evening process group",
    "recovery_skills": "Sunday skills group",
    "continuing_care": "continuing care group",
    "multi_family": "multi-family group",
    "family_session": "family session",
    "individual": "individual session",
    "family": "family session",
}
SHAPES = (
    "{opening} in the {where}{about}. Talked about {situation}: {action}. {reply}",
    "{opening}. In the {where}{about}, gave {situation} as an example and {action}. {reply}",
    "{opening} in the {where}{about}. With {situation} in mind, {action} this week. {reply}",
    "{reply} {opening} in the {where}{about}; with {situation} the client {action}.",
)
DOING = (
    "Facilitated discussion",
    "Taught and modelled one skill",
    "Used open questions and reflections",
    "Ran a role play in pairs",
    "Worked through a written exercise",
    "Gave feedback tied to the plan",
    "Drew the chain from trigger to choice on the board",
)


class Wording:
    """Gives each note its own text, across the whole story."""

    def __init__(self) -> None:
        self._said: set[str] = set()

    def response(self, chance: Chance, engagement: str, session_type: str, topic: str) -> str:
        """Two or three sentences nobody else has in the chart."""
        where = BY_TYPE.get(session_type, session_type.replace("_", " ") + " group")
        about = f" on {topic.lower().replace('_', ' ').replace('-', ' ')}" if topic else ""
        for attempt in range(40):
            opening = chance.one_of(f"opening{attempt}", OPENING[engagement])
            situation = chance.one_of(f"situation{attempt}", SITUATIONS)
            action = chance.one_of(f"action{attempt}", ACTIONS)
            reply = chance.one_of(f"reply{attempt}", RESPONSES)
            shape = chance.between(f"shape{attempt}", 0, 3)
            text = SHAPES[shape].format(
                opening=opening,
                where=where,
                about=about,
                situation=situation,
                action=action,
                reply=reply,
            )
            if text not in self._said:
                break
        else:
            text = f"{text} Return to this in {len(self._said) % 89 + 2} days."
        self._said.add(text)
        return text
