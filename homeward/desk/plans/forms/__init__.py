"""The forms of a plan: its parts, its threads, its signatures, its reviews, the talk about it."""
