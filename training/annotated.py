"""Articles with their annotation in one readable file each, and their conversion to pairs of text and JSON.

    python training/annotated.py ARTICLES TARGET     writes NAME.txt and NAME.json for every ARTICLES/NAME.art
    python training/annotated.py --count [FOLDER …]  how much is annotated, as a Markdown table

A file has four parts, divided by lines of `---`:

    title: 한빛바이오, 보스턴에 연구소 연다          metadata; the title is the plain text of the first sentence
    published: 2024-03-12
    ---
    s1| [[c1 한빛바이오]], [[p1 보스턴]]에 연구소 연다
                                                  a blank line ends a paragraph; sentences of one paragraph follow
    s2| [[c1 한빛바이오]]는 …                       each other with a space. A line without `sN|` is furniture: part of
    s3| …                                         the text, never annotated
    ---
    c1 Company 한빛바이오 | short: 회사             id, type, fullest name; `short:` forms that name it in this text
    p1 City 보스턴
    ---
    s1 c1 expandsInto p1 planned                  sentences, subject, predicate, object, status (asserted if left out)
    s2-s3 c1 founded u1 date=2024-03 amount="10000000 USD" role="대표" implicit

Marks may nest: [[u1 [[c1 한빛바이오]] 미국지사]]. What the annotation must hold beyond its form, `checks.py` says.
"""

from __future__ import annotations

import argparse
import json
import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

STATUSES = ("asserted", "planned", "negated")
QUALIFIERS = ("date", "amount", "role", "product")
META = ("title", "published", "author", "publisher")
FOLDERS = tuple(Path(__file__).parent / name for name in ("articles", "heldout"))
Lines = list[tuple[int, str]]  # number in the file, from 1, and text
Spans = dict[str, list[tuple[int, int]]]


class MalformedError(ValueError):
    """What is wrong with an annotated article, and where: `NAME:LINE: what: the line`."""


def parse(source: str, name: str) -> tuple[str, dict[str, Any]]:
    """The plain text and the annotation (the scorer's JSON object) of one article; raises MalformedError."""
    meta_part, body, listed, stated = _parts(source, name)
    meta: dict[str, str | None] = dict.fromkeys(META)
    for number, line in meta_part:
        with _reading(name, number, line):
            key, value = _metadata(line)
            if meta[key] is not None:
                raise MalformedError(f"{key} is given twice")
            meta[key] = value
    if not meta["title"]:
        raise MalformedError(f"{name}: no title")
    text, sentences, mentions = _text(body, name)
    entities: dict[str, dict[str, Any]] = {}
    for number, line in listed:
        with _reading(name, number, line):
            entity = _entity(line, text, mentions)
            if entity["id"] in entities:
                raise MalformedError(f"{entity['id']} is listed twice")
            entities[entity["id"]] = entity
    if missing := sorted(set(mentions) - set(entities)):
        raise MalformedError(f"{name}: marked but not listed: {', '.join(missing)}")
    relations = []
    for number, line in stated:
        with _reading(name, number, line):
            relations.append(_relation(line, sentences, entities))
    language = "ko" if re.search("[가-힣]", text) else "en"
    annotation = {"id": name, "language": language, **meta}
    return text, annotation | {"entities": list(entities.values()), "relations": relations}


@contextmanager
def _reading(name: str, number: int, line: str) -> Iterator[None]:
    """Says where, for whatever goes wrong with a line."""
    try:
        yield
    except ValueError as error:
        raise MalformedError(f"{name}:{number}: {error}: {line.strip()}") from error


def _parts(source: str, name: str) -> list[Lines]:
    """The four parts; in all but the text, blank lines mean nothing."""
    parts: list[Lines] = [[]]
    for number, line in enumerate(source.splitlines(), start=1):
        if line.rstrip() == "---":
            parts.append([])
        elif line.strip() or len(parts) == 2:
            parts[-1].append((number, line))
    if len(parts) != 4:
        raise MalformedError(f"{name}: four parts divided by --- expected, {len(parts)} found")
    return parts


def _metadata(line: str) -> tuple[str, str | None]:
    key, colon, value = (piece.strip() for piece in line.partition(":"))
    if not colon or key not in META:
        raise MalformedError(f"not one of {', '.join(META)} with a colon")
    return key, value or None


def _text(body: Lines, name: str) -> tuple[str, dict[str, tuple[int, int]], Spans]:
    """The text without marks, where each numbered sentence stands, and where each id is named."""
    text, joint = "", ""
    sentences: dict[str, tuple[int, int]] = {}
    mentions: Spans = {}
    for at, line in body:
        if not line.strip():
            joint = "\n\n"
            continue
        text += joint if text else ""
        start = len(text)
        with _reading(name, at, line):
            key, marked = _sentence(line)
            plain, spans = _unmarked(marked)
            if key in sentences:
                raise MalformedError(f"{key} occurs twice")
            if spans and not key:
                raise MalformedError("furniture is never annotated; a sentence begins with its number")
        text += plain
        if key:
            sentences[key] = (start, len(text))
        for id_, a, b in spans:
            mentions.setdefault(id_, []).append((start + a, start + b))
        # The first sentence is the title, a paragraph of its own.
        joint = " " if key and len(sentences) > 1 else "\n\n"
    return text + "\n", sentences, mentions


def _sentence(line: str) -> tuple[str, str]:
    """The number of a sentence and its text; no number for furniture."""
    if numbered := re.match(r"(s\d+)\|\s*(.*\S)\s*$", line):
        return numbered[1], numbered[2]
    if re.match(r"\s*s\d+\s*\|", line):
        raise MalformedError("a sentence is its number at the start of the line, a bar, and some text")
    return "", line.strip()


def _unmarked(line: str) -> tuple[str, list[tuple[str, int, int]]]:
    plain, spans, stack = "", [], []
    for piece in re.split(r"(\[\[\w+ |\]\])", line):
        if piece.startswith("[["):
            if not re.fullmatch(r"\[\[\w+ ", piece):
                raise MalformedError("[[ without an id and a blank")
            stack.append((piece[2:].strip(), len(plain)))
        elif piece == "]]":
            if not stack:
                raise MalformedError("]] without [[")
            key, start = stack.pop()
            if not plain[start:].strip():
                raise MalformedError(f"[[{key} marks nothing")
            spans.append((key, start, len(plain)))
        else:
            plain += piece
    if stack:
        raise MalformedError(f"[[{stack[-1][0]} is never closed")
    if "[[" in plain:
        raise MalformedError("[[ without an id and a blank")
    return plain, spans


def _entity(line: str, text: str, mentions: Spans) -> dict[str, Any]:
    head, _, short = line.partition("| short:")
    pieces = head.split(maxsplit=2)
    if len(pieces) < 3:
        raise MalformedError("an entity has an id, a type and a name")
    key, kind, name = (piece.strip() for piece in pieces)
    spans = sorted(set(mentions.get(key, ())))
    if not spans:
        raise MalformedError(f"{key} is listed but never marked")
    short_forms = {form.strip() for form in short.split(",") if form.strip()}
    forms = {text[a:b] for a, b in spans}
    if name not in forms:
        raise MalformedError(f"{key} is called {name}, but marked only as {', '.join(sorted(forms))}")
    if absent := sorted(short_forms - forms):
        raise MalformedError(f"short form never marked: {', '.join(absent)}")
    return {
        "id": key,
        "type": kind,
        "name": name,
        "aliases": sorted(forms - {name} - short_forms),
        "short_forms": sorted(short_forms),
        "mentions": [list(span) for span in spans],
    }


def _relation(line: str, sentences: dict[str, tuple[int, int]], known: dict[str, Any]) -> dict[str, Any]:
    pieces = shlex.split(line)
    if len(pieces) < 4:
        raise MalformedError("a relation has its sentences, a subject, a predicate and an object")
    where, subject, predicate, obj, *rest = pieces
    for key in (subject, obj):
        if key not in known:
            raise MalformedError(f"{key} is not listed")
    relation: dict[str, Any] = {
        "subject": subject,
        "predicate": predicate,
        "object": obj,
        "status": "asserted",
        "evidence": _evidence(where, sentences),
    }
    qualifiers: dict[str, str] = {}
    for word in rest:
        key, equals, value = word.partition("=")
        if word in STATUSES:
            relation["status"] = word
        elif word == "implicit":
            relation["implicit"] = True
        elif equals and key in QUALIFIERS and key not in qualifiers:
            qualifiers[key] = value
        else:
            raise MalformedError(f"cannot read {word}")
    return relation | ({"qualifiers": qualifiers} if qualifiers else {})


def _evidence(where: str, sentences: dict[str, tuple[int, int]]) -> list[int]:
    """From the start of the first sentence to the end of the last one: `s2`, `s2-s4`."""
    first, _, last = where.partition("-")
    if first not in sentences or (last and last not in sentences):
        raise MalformedError(f"no sentence {where}")
    start, end = sentences[first][0], sentences[last or first][1]
    if end <= start:
        raise MalformedError(f"{where} runs backwards")
    return [start, end]


def convert(folder: Path, target: Path) -> int:
    """Writes the pair of every article of a folder; returns how many could not be read (each said on stderr)."""
    target.mkdir(parents=True, exist_ok=True)
    bad = 0
    for path in sorted(folder.glob("*.art")):
        try:
            text, annotation = parse(path.read_text(encoding="utf-8"), path.stem)
        except ValueError as error:
            bad += 1
            print(f"{path}: {error}", file=sys.stderr)
            continue
        (target / f"{path.stem}.txt").write_text(text, encoding="utf-8", newline="\n")
        (target / f"{path.stem}.json").write_text(
            json.dumps(annotation, ensure_ascii=False, indent=1), encoding="utf-8"
        )
    return bad


def counts(folders: Sequence[Path] = FOLDERS) -> list[str]:
    """A Markdown table of how much is annotated; headlines count as sentences, furniture does not."""
    rows = ["| folder | articles | sentences | names | places named | relations |", "|---|--:|--:|--:|--:|--:|"]
    for folder in folders:
        articles = [(p, p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.art"))]
        annotations = [parse(source, path.stem)[1] for path, source in articles]
        numbers = (
            len(articles),
            sum(len(re.findall(r"^s\d+\|", source, flags=re.M)) for _, source in articles),
            sum(len(a["entities"]) for a in annotations),
            sum(len(e["mentions"]) for a in annotations for e in a["entities"]),
            sum(len(a["relations"]) for a in annotations),
        )
        rows.append(f"| `{folder.name}` | " + " | ".join(f"{n:,}" for n in numbers) + " |")
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--count", action="store_true", help="print how much is annotated")
    options = parser.parse_args()
    if options.count:
        try:
            print("\n".join(counts(options.folders or FOLDERS)))
        except MalformedError as error:
            parser.exit(1, f"{error}\n")
        return 0
    if len(options.folders) != 2:
        parser.error("give a folder of .art files and a folder to write to")
    return 1 if convert(*options.folders) else 0


if __name__ == "__main__":
    sys.exit(main())
