"""The ways in which a scenario is answered on its page, one file a way."""
