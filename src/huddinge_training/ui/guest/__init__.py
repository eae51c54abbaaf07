"""A guest's way: the course without a trace, and a receipt to take along."""
