"""Names of persons, and the bodies that they hold their titles in."""
