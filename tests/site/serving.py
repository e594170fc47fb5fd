"""A built site over HTTP, as GitHub Pages serves it: under a path, with its own page for what is not found."""

import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def served(folder: Path, path: str) -> Iterator[str]:
    """Serve `folder` under `path` on a free port of this machine; yield the address, `http://127.0.0.1:4000/site/`."""
    handler = functools.partial(_Pages, path=path, directory=str(folder))
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{path}"
    finally:
        server.shutdown()
        server.server_close()


class _Pages(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments, path: str, **more):
        self.root = path
        super().__init__(*arguments, **more)

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.root)
        return super().translate_path(f"/{path.removeprefix(self.root)}" if inside else "/outside-the-site")

    def log_message(self, *_) -> None:
        pass

    def end_headers(self) -> None:
        """Allow LinkChecker more than ten requests a second, as its manual asks of a server."""
        self.send_header("LinkChecker", "yes")
        super().end_headers()

    def send_error(self, code: int, message=None, explain=None) -> None:
        """Answer with the site's own page where a file is missing."""
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address) -> None:
        """A browser that turns to the next page breaks off what it was loading; that is no news."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)
