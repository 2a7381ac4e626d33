"""Articles with their annotation in one readable file each, and their conversion to pairs of text and JSON.

    python training/annotated.py ARTICLES TARGET     writes NAME.txt and NAME.json for every ARTICLES/NAME.art

A file has three parts, divided by lines of `---`:

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

Marks may nest: [[u1 [[c1 한빛바이오]] 미국지사]].
"""

from __future__ import annotations

import json
import re
import shlex
import sys
from pathlib import Path

STATUSES = ("asserted", "planned", "negated")
META = ("title", "published", "author", "publisher")


class MalformedError(ValueError):
    """What is wrong with an annotated article, and where."""


def parse(source: str, name: str) -> tuple[str, dict[str, object]]:
    """The plain text and the annotation (the scorer's JSON object) of one article."""
    parts = re.split(r"^---\s*$", source, flags=re.M)
    if len(parts) != 4:
        raise MalformedError(f"{name}: four parts divided by --- expected, {len(parts)} found")
    meta = dict.fromkeys(META) | dict(_pair(line) for line in parts[0].splitlines() if line.strip())
    text, sentences, mentions = _text(parts[1], name)
    entities = [_entity(line, text, mentions, name) for line in parts[2].splitlines() if line.strip()]
    known = {str(entity["id"]) for entity in entities}
    if missing := sorted(set(mentions) - known):
        raise MalformedError(f"{name}: marked but not listed: {', '.join(missing)}")
    relations = [_relation(line, sentences, known, name) for line in parts[3].splitlines() if line.strip()]
    language = "ko" if re.search("[가-힣]", text) else "en"
    return text, {"id": name, "language": language, **meta, "entities": entities, "relations": relations}


def _pair(line: str) -> tuple[str, str | None]:
    key, _, value = line.partition(":")
    return key.strip(), value.strip() or None


def _text(body: str, name: str) -> tuple[str, dict[str, tuple[int, int]], dict[str, list[tuple[int, int]]]]:
    """The text without marks, where each numbered sentence stands, and where each id is named."""
    text, sentences, mentions = "", {}, {}
    joint = ""
    for line in body.strip().splitlines():
        numbered = re.match(r"(s\d+)\|\s*(.*\S)\s*$", line)
        if not line.strip():
            joint = "\n\n"
            continue
        text += joint if text else ""
        start = len(text)
        plain, spans = _unmarked(numbered[2] if numbered else line.strip(), name)
        text += plain
        if numbered:
            if numbered[1] in sentences:
                raise MalformedError(f"{name}: {numbered[1]} occurs twice")
            sentences[numbered[1]] = (start, len(text))
        for key, a, b in spans:
            mentions.setdefault(key, []).append((start + a, start + b))
        joint = " " if numbered else "\n\n"
        if len(sentences) == 1 and numbered:
            joint = "\n\n"
    return text + "\n", sentences, mentions


def _unmarked(line: str, name: str) -> tuple[str, list[tuple[str, int, int]]]:
    plain, spans, stack = "", [], []
    for piece in re.split(r"(\[\[\w+ |\]\])", line):
        if piece.startswith("[["):
            stack.append((piece[2:].strip(), len(plain)))
        elif piece == "]]":
            if not stack:
                raise MalformedError(f"{name}: ]] without [[ in: {line}")
            key, start = stack.pop()
            spans.append((key, start, len(plain)))
        else:
            plain += piece
    if stack:
        raise MalformedError(f"{name}: [[{stack[-1][0]} is never closed in: {line}")
    return plain, spans


def _entity(line: str, text: str, mentions: dict[str, list[tuple[int, int]]], name: str) -> dict[str, object]:
    head, _, short = line.partition("| short:")
    key, kind, label = head.split(maxsplit=2)
    spans = sorted(set(mentions.get(key, ())))
    if not spans:
        raise MalformedError(f"{name}: {key} {label.strip()} is listed but never marked")
    short_forms = {form.strip() for form in short.split(",") if form.strip()}
    forms = {text[a:b] for a, b in spans}
    if label.strip() not in forms:
        raise MalformedError(f"{name}: {key} is called {label.strip()}, but marked only as {', '.join(sorted(forms))}")
    if absent := short_forms - forms:
        raise MalformedError(f"{name}: short form of {key} never marked: {', '.join(absent)}")
    return {
        "id": key,
        "type": kind,
        "name": label.strip(),
        "aliases": sorted(forms - {label.strip()} - short_forms),
        "short_forms": sorted(short_forms),
        "mentions": [list(span) for span in spans],
    }


def _relation(line: str, sentences: dict[str, tuple[int, int]], known: set[str], name: str) -> dict[str, object]:
    where, subject, predicate, obj, *rest = shlex.split(line)
    first, _, last = where.partition("-")
    for key in (subject, obj):
        if key not in known:
            raise MalformedError(f"{name}: {key} is not listed, in: {line}")
    if first not in sentences or (last and last not in sentences):
        raise MalformedError(f"{name}: no sentence {where}, in: {line}")
    status = next((word for word in rest if word in STATUSES), "asserted")
    qualifiers = dict(word.split("=", 1) for word in rest if "=" in word)
    if odd := [word for word in rest if word not in STATUSES and "=" not in word and word != "implicit"]:
        raise MalformedError(f"{name}: cannot read {' '.join(odd)}, in: {line}")
    relation: dict[str, object] = {
        "subject": subject,
        "predicate": predicate,
        "object": obj,
        "status": status,
        "evidence": [sentences[first][0], sentences[last or first][1]],
    }
    if qualifiers:
        relation["qualifiers"] = qualifiers
    if "implicit" in rest:
        relation["implicit"] = True
    return relation


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


if __name__ == "__main__":
    sys.exit(1 if convert(Path(sys.argv[1]), Path(sys.argv[2])) else 0)
