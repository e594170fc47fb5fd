"""Work in a second process, on the second core."""

import contextlib
import ctypes
import gc
import multiprocessing
import pickle
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from typing import BinaryIO

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
    with tempfile.TemporaryFile() as made:  # rather than a pipe: the other process is gone before there is all twice
        process = multiprocessing.get_context("fork").Process(target=_work, args=(work, memory, made), daemon=True)
        gc.freeze()  # what is there now is not looked over again, and so stays in memory that both share
        process.start()
        try:
            yield lambda: _take(process, made, memory)
        finally:
            process.terminate()
            process.join()


def _work(work: Callable[[], object], memory: Memory, to: BinaryIO) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the first process, which then ends this one
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    known = set(memory.results)
    with contextlib.suppress(Exception):
        work()
    with contextlib.suppress(OSError):
        for key in [key for key in memory.results if key not in known]:
            pickle.dump((key, memory.results[key]), to)
        to.flush()


def _take(process: BaseProcess, made: BinaryIO, memory: Memory) -> None:
    process.join()
    made.seek(0)
    with contextlib.suppress(EOFError, pickle.UnpicklingError):  # at its end, or where the disk had no room for more
        while True:
            memory.results.update([pickle.load(made)])
