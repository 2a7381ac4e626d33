"""Sources: files, folders and standard input become Documents, with the article told apart from its page."""

from biograph.sources.documents import from_html, from_text
from biograph.sources.files import read

__all__ = ["from_html", "from_text", "read"]
