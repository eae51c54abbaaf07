"""What the room sees: one big picture at a time, never a note, a name or a hidden number."""
