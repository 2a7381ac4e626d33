"""What a server is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from biograph.sparql.asking import Limits
from biograph.vocabulary import Ontology

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """The dataset and who may ask it how much.

    `hosts` are names beside those of this machine that requests may be addressed to, `origins` the other sites whose
    scripts may read answers ("*" for all), `public_url` where a proxy shows the server to the world.
    """

    data: Path
    ontology: Ontology
    language: str = "ko"
    limits: Limits = field(default_factory=Limits)
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    public_url: str = ""

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """The names, without a port, that a request may be addressed to."""
        public = urlsplit(self.public_url).hostname or ""
        return frozenset(name.lower() for name in (*LOOPBACK, *self.hosts, public) if name)
