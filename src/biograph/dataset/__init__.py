"""The dataset: extractions as RDF in named graphs, and such RDF read back as values. See docs/dataset.md."""

from biograph.dataset.confidence import confident, direct_triples
from biograph.dataset.read import read
from biograph.dataset.write import gazetteer_quads, identity_quads, ontology_quads, quads

__all__ = ["confident", "direct_triples", "gazetteer_quads", "identity_quads", "ontology_quads", "quads", "read"]
