"""The demo story: people who call, come, stay or leave, told as events without any database.

`simulation.tell` is a pure function of the seed, the first day, today and the program outline.
"""
