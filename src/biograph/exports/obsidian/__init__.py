"""A vault for Obsidian (https://obsidian.md): a note for each entity and document, with quotes and links."""

from biograph.exports.obsidian.folder import replace
from biograph.exports.obsidian.notes import write

__all__ = ["replace", "write"]
