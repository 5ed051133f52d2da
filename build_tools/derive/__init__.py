"""What follows from the facts: the table, the bank and the forms."""
