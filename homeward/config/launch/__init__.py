"""Starting Homeward on one machine: its folder, keys, database, processes.

Everything here but `roles` and `archive` needs only the standard library, so that settings may
import it and `homeward --help` stays quick.
"""
