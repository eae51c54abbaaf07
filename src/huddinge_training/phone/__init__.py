"""The page that phones open in a led session, and the server on the local network behind it."""
