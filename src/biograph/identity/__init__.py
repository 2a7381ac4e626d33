"""Who is who across documents: one id for the names of one thing, and no common id for different things.

Occurrences (an entity of one document) are joined, never by likeness, only when

1. they have the same id, or one row of the lexicon names both (decided by: lexicon);
2. their names are equal once legal forms, blanks, case and punctuation are left out (rule);
3. a text gives the name of one as another name of the other, and nothing else claims that name (stated).

Kinds must agree. All kinds of organisation but units count as one, because texts call the same fund a company here and
an investor there, and so do city and region, unless one document tells the two apart. Known countries must not differ,
nor the bodies that units are stated to be units of. Persons of one name are joined only by an organisation: one that
both belong to, or one that the first belongs to and that the document of the second, silent on affiliation, names.
"""

from biograph.identity.resolve import Merge, combined, resolve

__all__ = ["Merge", "combined", "resolve"]
