"""Use cases: one verb of a user each, for the windows and the command line alike; no Qt."""
