"""A knowledge-graph builder for the bio-industry ecosystem; this is its only public door.

build(paths, output)      articles to dataset, page, table of brokers and report
read(paths), from_text()  sources to documents
extract_from(document)    what one document states
Store.read(path)          a built dataset, to ask in SPARQL: `.select(query)`
Pool(path)                the same, each query in a process of its own that can be stopped; see `biograph.query`
frame(store, query)       the rows of a SELECT as a pandas data frame
corpus(store)             the same as values: documents, entities, statements with their evidence
project(corpus)           who is tied to whom, as a networkx graph
rank_brokers(corpus)      who connects groups of them, and how sure that is, for a Question about a Projection
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from biograph.brokers import BrokerRow, Question, Ranking
    from biograph.brokers import rank as rank_brokers
    from biograph.dataset.read import read as corpus
    from biograph.errors import BiographError
    from biograph.extract import extract as extract_from
    from biograph.model import Corpus, Document, Entity, Evidence, Extraction, Mention, Span, Statement, Status
    from biograph.network import Projection, project
    from biograph.pipeline import Built, build
    from biograph.query.frames import frame
    from biograph.sources import from_html, from_text, read
    from biograph.store import Store
    from biograph.vocabulary import Ontology
    from biograph.vocabulary import load as load_ontology
    from biograph.workers import Pool

# Where each public name lives; loaded when first asked for, so that `import biograph` itself costs nothing.
_HOMES = {
    "BiographError": "errors.BiographError",
    "BrokerRow": "brokers.BrokerRow",
    "Built": "pipeline.Built",
    "Corpus": "model.Corpus",
    "Document": "model.Document",
    "Entity": "model.Entity",
    "Evidence": "model.Evidence",
    "Extraction": "model.Extraction",
    "Mention": "model.Mention",
    "Ontology": "vocabulary.Ontology",
    "Pool": "workers.Pool",
    "Projection": "network.Projection",
    "Question": "brokers.Question",
    "Ranking": "brokers.Ranking",
    "Span": "model.Span",
    "Statement": "model.Statement",
    "Status": "model.Status",
    "Store": "store.Store",
    "build": "pipeline.build",
    "corpus": "dataset.read.read",
    "extract_from": "extract.extract",
    "frame": "query.frames.frame",
    "from_html": "sources.from_html",
    "from_text": "sources.from_text",
    "load_ontology": "vocabulary.load",
    "project": "network.project",
    "rank_brokers": "brokers.rank",
    "read": "sources.read",
}
__all__ = [
    "BiographError",
    "BrokerRow",
    "Built",
    "Corpus",
    "Document",
    "Entity",
    "Evidence",
    "Extraction",
    "Mention",
    "Ontology",
    "Pool",
    "Projection",
    "Question",
    "Ranking",
    "Span",
    "Statement",
    "Status",
    "Store",
    "build",
    "corpus",
    "extract_from",
    "frame",
    "from_html",
    "from_text",
    "load_ontology",
    "project",
    "rank_brokers",
    "read",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'biograph' has no attribute {name!r}")
    module, attribute = _HOMES[name].rsplit(".", 1)
    value = globals()[name] = getattr(import_module(f"biograph.{module}"), attribute)
    return value


def __dir__() -> list[str]:
    return __all__
