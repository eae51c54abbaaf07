"""The SQLite database: people, progress, the ledger, the access log and preferences."""
