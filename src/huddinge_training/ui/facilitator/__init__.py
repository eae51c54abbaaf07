"""What a facilitator uses: plans, the session step by step, attendance, and its end."""
