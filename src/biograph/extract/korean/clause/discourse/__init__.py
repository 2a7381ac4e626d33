"""What earlier sentences, and the text as a whole, tell of one that leaves it out."""
