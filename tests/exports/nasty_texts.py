"""A text that means something to every syntax, and how it reads where control characters cannot be."""

NASTY = "a\"b'c\\d\\u0027`${x}]]>--><b>&amp;|;,[[#^]] \U0001f9ec 한 \x08\x1f\u2028=1"
SHOWN = "a\"b'c\\d\\u0027`${x}]]>--><b>&amp;|;,[[#^]] \U0001f9ec 한 =1"  # with blanks evened out, controls left out
