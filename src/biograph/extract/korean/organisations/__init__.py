"""Names of bodies that no table has, and of their parts."""
