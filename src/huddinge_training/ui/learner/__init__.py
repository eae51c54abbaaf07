"""The pages of the employee who learns."""
