"""How the opponent thinks: pure functions over values, from a student's message to what is said back."""
