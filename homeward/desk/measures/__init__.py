"""Questionnaires on staff screens: asking, entering paper, reading results."""
