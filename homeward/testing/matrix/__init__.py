"""The access matrix, asked of the running house: every route, method, player and relation.

`world` sets the stage, `subjects` makes one of everything for a client, `fillings` says which of
those an address's ids mean, `asking` sends the requests, `table` is the reviewed answer.
"""
