"""Rankings worked out aside, each once for a generation of the dataset and a question."""

from __future__ import annotations

import threading
from collections import OrderedDict
from concurrent.futures import Future

from biograph.agents.held import Generation
from biograph.brokers import Question, Ranking, rank
from biograph.brokers.case import Case

DRAWS = 199  # of each null model, and 40 bootstraps: a fifth of what the command draws, so that nobody waits for long
BOOTSTRAPS = 40
_KEPT = 8  # answers
Ranked = tuple[Case, Ranking]


class Rankings:
    """Who brokers, by question. An answer that nobody waits for any more is worked out all the same, for the next."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: OrderedDict[tuple[object, ...], Future[Ranked]] = OrderedDict()
        self._turn = threading.Lock()  # one at a time: each takes a core

    def of(self, now: Generation, between: tuple[str, str] | None, group: str) -> Future[Ranked]:
        """The network and the ranking of it, to come."""
        question = Question(group=group, between=between, draws=DRAWS, bootstraps=BOOTSTRAPS)
        key = (now.stamp, between, group)
        with self._lock:
            found = self._known.get(key)
            if found is None:
                found = self._known[key] = Future()
                # A daemon, so that a client that leaves does not wait for it.
                threading.Thread(target=self._work_out, args=(found, now, question), daemon=True).start()
            self._known.move_to_end(key)
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
            return found

    def _work_out(self, found: Future[Ranked], now: Generation, question: Question) -> None:
        try:
            with self._turn:
                found.set_result((Case.of(now.corpus, question), rank(now.corpus, question)))
        except Exception as error:  # told to whoever asks
            found.set_exception(error)
