"""What takes long to make, in a process of its own: `python -m biograph.serve.making WHAT DATA LANGUAGE ONTOLOGY FILE`.

WHAT is a format of `exports.FORMATS`, a folder of files becoming a ZIP archive, or `page`. It ends when its input does,
which it has from the server: nobody else would end it where that is killed.
"""

from __future__ import annotations

import os
import sys
import threading
import zipfile
from pathlib import Path

from biograph import dataset, exports, naming
from biograph.errors import BiographError
from biograph.files import write
from biograph.store import Store
from biograph.vocabulary import Ontology, load

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that ZIP knows: the same input gives the same bytes


def main(what: str, data: str, language: str, ontology: str, file: str) -> None:
    """Make one file."""
    os.nice(10)  # whoever asks a query goes first
    store, terms = Store.read(data), load(Path(ontology))
    if what == "page":
        _page(store, language, terms, Path(file))
    elif exports.FORMATS[what].file_name is None:
        _archive(store, what, language, terms, Path(file))
    else:
        exports.export(store, what, Path(file), language=language, ontology=terms)


def _page(store: Store, language: str, ontology: Ontology, file: Path) -> None:
    """Without the broker view, whose tests take minutes where much is to be tested; `biograph page` makes it."""
    from biograph import page  # what an export does without

    corpus = naming.localised(dataset.read(store), language)
    write(file, page.render(corpus, language, ontology=ontology))


def _archive(store: Store, format: str, language: str, ontology: Ontology, file: Path) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in exports.files(store, format, language=language, ontology=ontology):
            with archive.open(zipfile.ZipInfo(name, _EPOCH), "w") as out:
                for piece in content:
                    out.write(piece)


def _end_with_input() -> None:
    while os.read(0, 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    threading.Thread(target=_end_with_input, daemon=True).start()
    try:
        main(*sys.argv[1:])
    except BiographError as error:
        sys.exit(str(error))
