"""What an authority asks for: outline, questions, conditions, checklist and checks, read from data."""
