"""The way in at a shared computer: who is here, the PIN, a guest."""
