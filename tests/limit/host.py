"""A host as a visitor meets it: HTTP/2 over TLS, as GitHub Pages speaks it, and files packed by gzip."""

import asyncio
import gzip
import mimetypes
import os
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

import trustme
from hypercorn.asyncio import serve
from hypercorn.config import Config

PACKED = {".woff2", ".png", ".ico"}
UNKNOWN = "--ignore-certificate-errors"
"""What lets a browser take the certificate of a host of ours."""


@contextmanager
def host(folder: Path) -> Iterator[str]:
    """Serve `folder` on a free port of this machine and yield its address."""
    with tempfile.TemporaryDirectory() as own, socket.create_server(("127.0.0.1", 0)) as door:
        loop, over = asyncio.new_event_loop(), asyncio.Event()
        serving = serve(_app(folder), _settings(door, Path(own)), shutdown_trigger=over.wait)
        thread = threading.Thread(target=loop.run_until_complete, args=(serving,), daemon=True)
        thread.start()
        yield f"https://127.0.0.1:{door.getsockname()[1]}/"
        loop.call_soon_threadsafe(over.set)
        thread.join()


def _settings(door: socket.socket, folder: Path) -> Config:
    """Return the settings of a host that answers at `door`, with a certificate of its own, which lies in `folder`."""
    certificate = trustme.CA().issue_cert("127.0.0.1")
    settings = Config()
    settings.bind, settings.loglevel = [f"fd://{os.dup(door.fileno())}"], "WARNING"
    settings.certfile, settings.keyfile = str(folder / "certificate.pem"), str(folder / "key.pem")
    certificate.cert_chain_pems[0].write_to_path(settings.certfile)
    certificate.private_key_pem.write_to_path(settings.keyfile)
    return settings


def _app(folder: Path):
    """Return what answers for the files of `folder` (ASGI)."""

    @lru_cache
    def answer(address: str) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        file = folder / unquote(address).strip("/")
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            return 404, [], b""
        packed = file.suffix in PACKED
        content = file.read_bytes() if packed else gzip.compress(file.read_bytes(), 6)
        kind = mimetypes.guess_type(file)[0] or "application/octet-stream"
        headers = {
            "content-type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
            "content-length": str(len(content)),
            "cache-control": "max-age=600",
            **({} if packed else {"content-encoding": "gzip"}),
        }
        return 200, [(name.encode(), value.encode()) for name, value in headers.items()], content

    async def app(scope: dict, receive, send) -> None:
        if scope["type"] != "http":
            return
        status, headers, content = answer(scope["path"])
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    return app
