"""What an authority asks for, read from data: questions, conditions, checklist, checks."""
