"""Paging: a danger answer reaches somebody on duty at once, and somebody else when nobody comes."""
