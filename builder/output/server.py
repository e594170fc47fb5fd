"""A web server on this machine for a site that is made as it is asked for: the preview, and pages to print."""

import errno
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

HOSTS = ("127.0.0.1", "localhost")


class Answer(NamedTuple):
    """What a browser gets: the bytes of a file, or a stream of them; `kind` is its media type, by its name if empty."""

    body: bytes | Iterator[bytes]
    status: int = 200
    kind: str = ""
    location: str = ""


Site = Callable[[str], Answer]
"""Gives the answer for a name in the site: `en/contact/index.html`."""


class SiteServer(ThreadingHTTPServer):
    """Serves `site` under `prefix` on 127.0.0.1."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, port: int, prefix: str, site: Site):
        self.prefix, self.site = prefix, site
        super().__init__(("127.0.0.1", port), _Handler)
        self.port = self.server_address[1]
        self.address = f"http://127.0.0.1:{self.port}{prefix}"

    def handle_error(self, request, client_address) -> None:
        """Pass over a browser that went away before it had all."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)

    def close(self) -> None:
        """Stop serving and free the port."""
        self.shutdown()
        self.server_close()


def open_server(port: int, site_url: str, site: Site) -> SiteServer:
    """Return a running server at the path of `site_url`, on `port` or on the next free one."""
    prefix = urlsplit(site_url).path or "/"
    for candidate in [*range(port, min(port + 50, 65536)), 0]:
        try:
            server = SiteServer(candidate, prefix, site)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            continue
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return server
    raise OSError(errno.EADDRINUSE, "no free port")


class _Handler(BaseHTTPRequestHandler):
    server: SiteServer
    protocol_version = "HTTP/1.1"  # which keeps connections open

    def do_GET(self) -> None:
        self._send(self._answer())

    def do_HEAD(self) -> None:
        self._send(self._answer()._replace(body=b""))

    def _answer(self) -> Answer:
        """Return the answer to the request; another site's name in it is refused, as its pages could read the draft."""
        try:
            path = unquote(urlsplit(self.path).path)
            host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        except ValueError:
            return Answer(b"", 400)
        if host not in HOSTS:
            return Answer(b"", 421)
        prefix = self.server.prefix
        if not path.startswith(prefix):
            return Answer(b"", 302, location=prefix)
        name = path.removeprefix(prefix)
        name += "index.html" if not name or name.endswith("/") else ""
        answer = self.server.site(name)
        return answer if answer.kind else answer._replace(kind=guess_type(name)[0] or "application/octet-stream")

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        text = answer.kind.startswith("text/")
        self.send_header("Content-Type", f"{answer.kind}; charset=utf-8" if text else answer.kind)
        self.send_header("Cache-Control", "no-store")
        if answer.location:
            self.send_header("Location", answer.location)
        if isinstance(answer.body, bytes):
            self.send_header("Content-Length", str(len(answer.body)))
        else:
            self.send_header("Connection", "close")
        self.end_headers()
        for part in [answer.body] if isinstance(answer.body, bytes) else answer.body:
            self.wfile.write(part)
            self.wfile.flush()

    def log_message(self, *_) -> None:
        """Say nothing: the terminal is for the owner's mistakes."""
