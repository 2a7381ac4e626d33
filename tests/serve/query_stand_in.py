"""A stand-in for the server behind the query page: canned answers, strict headers, a record of what was asked."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import parse_qsl, urlsplit

STATIC = Path(__file__).parents[2] / "src" / "biograph" / "serve" / "static"
BASE = "https://w3id.org/biograph/id/"
BG = "https://w3id.org/biograph/ontology#"
NONCE = "bm9uY2U"
POLICY = (
    f"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{NONCE}'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
QUOTE = (
    "한빛바이오협회(HBA)는 2024년 5월부터 보스턴의 가람제약과 신약을 함께 개발하기로 하고 협력하고 있으며, "
    "이는 <b>두 번째</b> 협약이다."
)


def term(name: str, kind: str, ko: str, en: str) -> dict[str, Any]:
    return {
        "iri": BG + name,
        "name": f"bg:{name}",
        "kind": kind,
        "labels": {"ko": ko, "en": en},
        "domain": [],
        "range": [],
    }


TERMS = {
    "base": BASE,
    "prefixes": {"bg": BG, "id": BASE, "skos": "http://www.w3.org/2004/02/skos/core#"},
    "terms": [
        term("partnersWith", "property", "와 협력한다", "partners with"),
        term("locatedIn", "property", "에 있다", "is located in"),
        term("Company", "class", "기업", "company"),
        term("Association", "class", "협회·단체", "association"),
        term("asserted", "status", "사실", "asserted"),
    ],
}
ABOUT = "# title@en: About\nSELECT ?who ?quote ?name WHERE { ?who ?p ?quote }\n"
QUERIES = [
    {
        "name": "about",
        "titles": {"ko": "한 개체에 대한 모든 진술", "en": "Everything said about an entity"},
        "descriptions": {"ko": "이름이나 별칭으로 찾는다.", "en": "Found by name or alias."},
        "text": ABOUT,
        "parameters": [
            {
                "name": "name",
                "default": None,
                "descriptions": {"en": "a name or an alias", "ko": "이름이나 별칭"},
                "entity": True,
            },
            {"name": "language", "default": "ko", "descriptions": {"en": "language of names"}, "entity": False},
        ],
    },
    {
        "name": "documents",
        "titles": {"ko": "어떤 글이 들어 있는가", "en": "The documents"},
        "descriptions": {"ko": "글의 날짜와 제목.", "en": "Each with date and title."},
        "text": "SELECT ?document ?facts WHERE { ?document ?p ?facts }\n",
        "parameters": [],
    },
]
NAMES = [
    ("Association/한빛바이오협회", "한빛바이오협회", "협회·단체", ["HBA"]),
    ("City/보스턴", "보스턴", "도시", ["Boston"]),
]


def uri(value: str) -> dict[str, str]:
    return {"type": "uri", "value": value}


def number(value: int) -> dict[str, str]:
    return {"type": "literal", "value": str(value), "datatype": "http://www.w3.org/2001/XMLSchema#integer"}


def text(value: str) -> dict[str, str]:
    return {"type": "literal", "value": value}


def rows(*bindings: dict[str, Any], **more: Any) -> dict[str, Any]:
    variables = list(dict.fromkeys(name for row in bindings for name in row))
    return {"head": {"vars": variables}, "results": {"bindings": list(bindings)}, **more}


def many(count: int) -> dict[str, Any]:
    # 7 is no divisor of the count: the order of the column is not that of the rows.
    return rows(*({"n": number(7 * n % count)} for n in range(count)), cut={"by": "rows", "rows": count})


FACTS = rows(
    {
        "who": uri(f"{BASE}Association/한빛바이오협회"),
        "relation": uri(f"{BG}partnersWith"),
        "status": uri(f"{BG}asserted"),
        "quote": text(QUOTE),
        "count": number(10),
    },
    {
        "who": uri(f"{BASE}Company/가람제약"),
        "relation": uri("https://example.org/other"),
        "quote": text("짧다"),
        "count": number(9),
    },
    {"who": uri("javascript:alert(1)"), "relation": uri("http://www.w3.org/2004/02/skos/core#prefLabel")},
)
TURTLE = f"@prefix bg: <{BG}> .\n<{BASE}Company/가람제약> a bg:Company .\n"
PROBLEM = {
    "title": "not SPARQL at “brocken }”",
    "status": 400,
    "where": "query, line 2, column 6",
    "hint": "only SELECT, ASK, CONSTRUCT, DESCRIBE",
    "line": 2,
    "column": 6,
}
BUSY = {"title": "too many queries at once", "status": 503, "where": "", "hint": "try a little later"}


class StandIn(ThreadingHTTPServer):
    """Serves the page at `address`; `asked` holds method, path and body of what was asked in SPARQL."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str, str]] = []
        self.released = threading.Event()
        self.without = ""  # a path that fails
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/query"

    def handle_error(self, *_: Any) -> None:
        """A browser that stops waiting closes its connection."""

    def stop(self) -> None:
        self.released.set()
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: StandIn

    def log_message(self, *_: Any) -> None:
        """Nothing: the tests' output is theirs."""

    def do_POST(self) -> None:
        sparql = self.rfile.read(int(self.headers["Content-Length"])).decode()
        assert self.headers["Content-Type"] == "application/sparql-query"
        self.server.asked.append(("POST", self.path, sparql))
        self._answer(sparql)

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        values = dict(parse_qsl(address.query, keep_blank_values=True))
        if address.path == self.server.without:
            self._send(500, "text/plain", "broken")
        elif address.path == "/query":
            language = "en" if "language=en" in (self.headers["Cookie"] or "") else "ko"
            page = Template((STATIC / "query.html").read_text("utf-8"))
            self._send(200, "text/html; charset=utf-8", page.substitute(language=language, nonce=NONCE))
        elif address.path.startswith("/static/"):
            file = STATIC / address.path.removeprefix("/static/")
            kind = "text/javascript" if file.suffix == ".js" else "text/css"
            self._send(200, f"{kind}; charset=utf-8", file.read_text("utf-8"))
        elif address.path in ("/terms", "/queries"):
            self._json(TERMS if address.path == "/terms" else QUERIES)
        elif address.path == "/search":
            self._json([_found(*one) for one in NAMES if values["q"].lower() in f"{one[1]} {one[3]}".lower()])
        elif address.path.startswith("/queries/"):
            self.server.asked.append(("GET", address.path, json.dumps(values, ensure_ascii=False)))
            self._answer("documents" if "documents" in address.path else "facts")
        else:
            self._send(404, "text/plain", "no such page")

    def _answer(self, sparql: str) -> None:
        if "slow" in sparql:
            self.server.released.wait(20)
        if "brocken" in sparql or "busy" in sparql:
            problem = BUSY if "busy" in sparql else PROBLEM
            self._send(problem["status"], "application/problem+json", json.dumps(problem))
        elif "text/csv" in self.headers["Accept"]:
            self._send(200, "text/csv; charset=utf-8", "who,count\r\n한빛바이오협회,10\r\n")
        elif "CONSTRUCT" in sparql:
            self._send(200, "text/turtle; charset=utf-8", TURTLE)
        elif "ASK" in sparql:
            self._json({"head": {}, "boolean": True})
        elif "many" in sparql:
            self._json(many(10_000), **{"Biograph-Cut": "rows"})
        elif "nothing" in sparql:
            self._json(rows())
        else:
            self._json(FACTS)

    def _json(self, data: Any, **headers: str) -> None:
        self._send(200, "application/json", json.dumps(data), **headers)

    def _send(self, status: int, kind: str, body: str, **headers: str) -> None:
        data = body.encode()
        self.send_response(status)
        more = {"Content-Type": kind, "Content-Length": str(len(data)), "Content-Security-Policy": POLICY}
        for name, value in (more | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


def _found(id_: str, name: str, label: str, aliases: list[str]) -> dict[str, Any]:
    type_ = id_.split("/")[0]
    return {
        "iri": BASE + id_,
        "id": id_,
        "name": name,
        "type": type_,
        "label_of_type": label,
        "aliases": aliases,
        "href": f"/id/{id_}",
    }
