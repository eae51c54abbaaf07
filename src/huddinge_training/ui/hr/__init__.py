"""HR's page: plain, behind a passphrase."""
