"""The rules of training in plain Python: no Qt, SQLite, YAML or HTTP."""
