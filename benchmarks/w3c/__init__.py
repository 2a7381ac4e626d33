"""The W3C's tests of SPARQL (https://github.com/w3c/rdf-tests), asked through biograph's own path."""
