"""The addresses that names begin with, as plain text, so that a process can know them without an RDF library."""

from __future__ import annotations

ONTOLOGY = "https://w3id.org/biograph/ontology#"
BASE = "https://w3id.org/biograph/id/"
PREFIXES = {
    "bg": ONTOLOGY,
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
QUERY_PREFIXES = PREFIXES | {"id": BASE}
