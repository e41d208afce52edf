"""A labelled set of made-up notes: what the search for near-copies is measured with.

Every sentence is original. Chance comes from a seed, so the same seed makes the same set.
"""
