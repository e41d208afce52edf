"""Events of the story as the rows that the real actions would have left, built in bulk.

Audit rows are not made up: nobody really acted. Everything else is as the actions write it.
"""
