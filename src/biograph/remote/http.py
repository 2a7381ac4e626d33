"""HTTP to one engine: limits on time and size, no redirects, a password only where one is asked for."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from requests.exceptions import ChunkedEncodingError, SSLError
from requests.utils import parse_dict_header
from urllib3.exceptions import HTTPError, ReadTimeoutError

from biograph.errors import BiographError, DatasetError, QueryError
from biograph.remote.endpoint import PASSWORD, USER
from biograph.table import clean

CONNECTING, SILENCE, IN_ALL = 10.0, 120.0, 900.0  # seconds: until connected, without a byte, for a whole answer
LARGEST = 1 << 30  # bytes of an answer, uncompressed
_PAUSES = (0.5, 2.0)  # seconds before a read that failed is tried again
_PASSING = (502, 503, 504)
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Response:
    """What was answered; `headers` are found in any case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The type of the body, without parameters."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def line(self) -> str:
        """The first line of a plain text, which is where engines say what is wrong."""
        text = "" if "html" in self.media_type else self.body[:2000].decode("utf-8", "replace")
        lines = [clean(line).strip() for line in text.splitlines() if line.strip()]
        return lines[0][:300] if lines else ""


class Client:
    """A connection that is kept, and proves who it is only when it is asked to."""

    def __init__(self, user: str = "", password: str = "") -> None:
        self._user, self._password = user, password
        self._session = requests.Session()
        self._session.auth = _anonymous  # where there is none, requests looks into ~/.netrc
        self._known = False

    def read(self, method: str, address: str, **content: object) -> Response:
        """An answer to what changes nothing; tried again where the connection broke or the engine was busy.

        Raises DatasetError where there is none, QueryError where the engine refuses the query (status 400).
        """
        for pause in (*_PAUSES, None):
            try:
                response = self._send(method, address, content)
                if response.status not in _PASSING or pause is None:
                    return self._expect(response, address)
            except (requests.ConnectionError, ChunkedEncodingError) as error:
                if pause is None or isinstance(error, SSLError):
                    raise _failed(error, address) from None
            except requests.RequestException as error:
                raise _failed(error, address) from None
            time.sleep(pause)
        raise AssertionError("the last try returns or raises")

    def write(self, method: str, address: str, **content: object) -> Response:
        """An answer to what changes something; never tried again. Raises DatasetError where it was not done."""
        try:
            if self._user and not self._known:  # an engine may close the door on a body before it says why
                self._send("GET", address, {"params": content.get("params")})
            return self._expect(self._send(method, address, content), address)
        except requests.RequestException as error:
            raise _failed(error, address) from None

    def _send(self, method: str, address: str, content: Mapping[str, object]) -> Response:
        response = self._once(method, address, content)
        if response.status == 401 and self._user and not self._known:
            self._session.auth = self._credentials(response.headers.get("WWW-Authenticate", ""), address)
            self._known = True
            response = self._once(method, address, content)
        return response

    def _once(self, method: str, address: str, content: Mapping[str, object]) -> Response:
        options: dict[str, object] = {"timeout": (CONNECTING, SILENCE), "stream": True, "allow_redirects": False}
        until = time.monotonic() + IN_ALL
        with self._session.request(method, address, **(options | dict(content))) as response:  # type: ignore[arg-type]
            return Response(response.status_code, response.headers, _whole(response, address, until))

    def _credentials(self, challenge: str, address: str) -> AuthBase:
        if "digest" in challenge.lower():
            if not {"realm", "nonce"} <= parse_dict_header(challenge.partition(" ")[2]).keys():  # type: ignore[no-untyped-call]
                raise DatasetError("asks who you are, but not as HTTP does", where=address, hint="see its log")
            return HTTPDigestAuth(self._user, self._password)
        place = urlsplit(address)
        if place.scheme == "http" and place.hostname not in _LOOPBACK:
            log.warning("the password is sent to %s unencrypted; https would hide it", place.hostname)
        return HTTPBasicAuth(self._user.encode(), self._password.encode())

    def _expect(self, response: Response, address: str) -> Response:
        if (status := response.status) < 300:
            return response
        said, where = response.line, address
        if status < 400:
            target = clean(response.headers.get("Location", "elsewhere"))[:300]
            raise DatasetError(f"has moved to {target}", where=where, hint="redirects are not followed: give that one")
        if status == 401 and not self._user:
            raise DatasetError("asks who you are", where=where, hint=f"set {USER} and {PASSWORD}")
        if status in (401, 403):
            raise DatasetError("refuses this user", where=where, hint=f"see {USER}, {PASSWORD} and its permissions")
        if status == 400 and said:
            raise QueryError(f"the engine refuses it: {said}", where="query")
        hint = "is that where it answers queries, such as …/sparql?" if status in (404, 405) else "see its log"
        raise DatasetError(f"answers {status}" + (f": {said}" if said else ""), where=where, hint=hint)


def _anonymous(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _whole(response: requests.Response, address: str, until: float) -> bytes:
    """The body, in pieces as they come: neither an endless one nor one of a byte a minute holds us."""
    size, pieces = 0, []
    for piece in _pieces(response):
        size += len(piece)
        if size > LARGEST:
            raise DatasetError(f"answers more than {LARGEST >> 20} MB", where=address, hint="ask for less, with LIMIT")
        if time.monotonic() > until:
            raise DatasetError(f"took more than {IN_ALL:.0f} s to answer", where=address, hint="ask for less")
        pieces.append(piece)
    return b"".join(pieces)


def _pieces(response: requests.Response) -> Iterator[bytes]:
    """What has arrived, at each moment; iter_content would wait until a piece is full."""
    try:
        while piece := response.raw.read1(1 << 16, decode_content=True):
            yield piece
    except ReadTimeoutError as error:
        raise requests.ReadTimeout from error
    except HTTPError as error:
        raise ChunkedEncodingError from error


def _failed(error: requests.RequestException, address: str) -> BiographError:
    """A failed connection in words; the library's own hold objects and may hold more of the request."""
    kinds = (
        (SSLError, "its certificate does not hold", "see its certificate, or its name"),
        (requests.ConnectTimeout, f"does not answer within {CONNECTING:.0f} s", "is it the right address?"),
        (requests.ReadTimeout, f"says nothing for {SILENCE:.0f} s", "ask for less, or look at its log"),
        (ChunkedEncodingError, "breaks off in the middle of its answer", "try again, or look at its log"),
        (requests.ConnectionError, "cannot be reached", "is it running, and is it the right address?"),
    )
    for kind, what, hint in kinds:
        if isinstance(error, kind):
            return DatasetError(what, where=address, hint=hint)
    return DatasetError(f"cannot be asked ({type(error).__name__})", where=address, hint="is it the right address?")
