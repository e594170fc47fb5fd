"""Work in a second process, on the second core."""

import contextlib
import ctypes
import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from builder.memory import Memory

PR_SET_PDEATHSIG = 1  # prctl(2), Linux


@contextmanager
def beside(work: Callable[[], object], memory: Memory) -> Iterator[Callable[[], None]]:
    """Start `work`, whose results go into `memory`, in a copy of this process; call what this yields to have them here.

    Only what is remembered comes over: whoever then takes the same steps here finds them taken, and where the other
    process could not take one, takes it here and meets its mistakes. So nothing depends on the other process. Where
    processes cannot be copied safely (other systems than Linux) there is none, and all is done here.
    """
    if not sys.platform.startswith("linux"):
        yield lambda: None
        return
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_work, args=(work, memory, there), daemon=True)
    process.start()
    there.close()
    try:
        yield lambda: _take(here, memory)
    finally:
        process.terminate()
        process.join()
        here.close()


def _work(work: Callable[[], object], memory: Memory, to: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the first process, which then ends this one
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    known = set(memory.results)
    with contextlib.suppress(Exception):
        work()
    with contextlib.suppress(OSError):
        for key in [key for key in memory.results if key not in known]:
            to.send((key, memory.results.pop(key)))
        to.send(None)


def _take(from_there: Connection, memory: Memory) -> None:
    with contextlib.suppress(EOFError, OSError):
        memory.results.update(iter(from_there.recv, None))
