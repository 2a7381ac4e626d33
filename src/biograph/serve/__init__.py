"""A dataset over HTTP, for reading: SPARQL, graphs, pages of entities and documents, search, downloads.

Needs the extra `serve` (starlette and uvicorn).
"""

from biograph.serve.settings import Settings

__all__ = ["Settings"]
