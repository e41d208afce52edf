"""Histories in which the signals of early leaving are tried: a made-up one and a public one."""
