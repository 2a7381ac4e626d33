"""What noun phrases alone state: titles, units, places, subsidiaries, authors."""
