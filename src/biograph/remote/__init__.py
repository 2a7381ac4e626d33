"""A dataset in an engine elsewhere, by SPARQL 1.1: published, asked there, or fetched back."""

from biograph.remote.endpoint import Endpoint, is_address
from biograph.remote.engine import Remote
from biograph.remote.fetching import fetch, read
from biograph.remote.publishing import Published, publish

__all__ = ["Endpoint", "Published", "Remote", "fetch", "is_address", "publish", "read"]
