"""What the formats written in XML share: elements one by one, and only what XML can hold."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, tostring

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
# Not a character of XML 1.0 (https://www.w3.org/TR/xml/#charsets): no escape can write it, so it is left out.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(value: str | float) -> str:
    """A value as XML can hold it."""
    return _NOT_XML.sub("", str(value))


def line(element: Element) -> str:
    """An element, with all that it contains, as a line."""
    return tostring(element, "unicode") + "\n"
