"""What must hold for facts, items, forms and the bank; a rule begins with its id."""
