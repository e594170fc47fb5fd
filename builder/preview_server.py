"""The preview's web server: the built site under the path that it will have, and news for open pages."""

import errno
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from builder.messages import message
from builder.news import News

SCRIPT = Path(__file__).with_name("preview.js")


class PreviewServer(ThreadingHTTPServer):
    """Serves `folder` under `prefix`; `news` goes to every open page."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int, prefix: str, folder: Path, news: News):
        self.prefix, self.folder, self.news = prefix, folder.absolute(), news
        super().__init__(("127.0.0.1", port), _Handler)
        self.port = self.server_address[1]
        self.address = f"http://127.0.0.1:{self.port}{prefix}"

    def handle_error(self, request, client_address) -> None:
        """Pass over a browser that went away before it had all; tell of anything else."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def close(self) -> None:
        """Stop serving and free the port."""
        self.shutdown()
        self.server_close()


def open_server(port: int, site_url: str, folder: Path, news: News) -> PreviewServer:
    """Return a running server on `port`, or on the next free one."""
    prefix = urlsplit(site_url).path or "/"
    for candidate in [*range(port, port + 50), 0]:
        try:
            server = PreviewServer(candidate, prefix, folder, news)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            continue
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return server
    raise OSError(errno.EADDRINUSE, "no free port")


class _Handler(SimpleHTTPRequestHandler):
    server: PreviewServer

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if not path.startswith(self.server.prefix):
            self._redirect(self.server.prefix)
        elif path == f"{self.server.prefix}preview.js":
            self._answer(SCRIPT.read_bytes(), "text/javascript")
        elif path == f"{self.server.prefix}preview-news":
            self._news()
        else:
            self._page(self._file(path))

    def _file(self, path: str) -> Path:
        file = Path(self.translate_path(path.removeprefix(self.server.prefix)))
        return file / "index.html" if path.endswith("/") else file

    def translate_path(self, path: str) -> str:
        self.directory = str(self.server.folder)
        return super().translate_path(f"/{path}")

    def _page(self, file: Path) -> None:
        if file.is_dir():
            self._redirect(f"{urlsplit(self.path).path}/")
        elif file.is_file():
            self._answer(self._with_script(file), self.guess_type(file))
        elif (missing := self.server.folder / "404.html").is_file():
            self._answer(self._with_script(missing), "text/html", 404)
        else:
            self._answer(self._no_site(), "text/html", 503)

    def _with_script(self, file: Path) -> bytes:
        content = file.read_bytes()
        return content.replace(b"</body>", self._script() + b"</body>") if file.suffix == ".html" else content

    def _script(self) -> bytes:
        prefix, build = self.server.prefix, self.server.news.build
        tag = f'<script src="{prefix}preview.js" data-news="{prefix}preview-news" data-build="{build}"></script>'
        return tag.encode()

    def _no_site(self) -> bytes:
        title = message("preview-none")
        return (
            f"<!doctype html><meta charset=utf-8><title>{title}</title><body><h1>{title}</h1>".encode() + self._script()
        )

    def _answer(self, content: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _redirect(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _news(self) -> None:
        """Server-sent events (HTML standard, 9.2): the state now, and again whenever it changes."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        told, news = "", self.server.news
        try:
            while True:
                with news.changed:
                    if str(news) == told:
                        news.changed.wait(timeout=15)
                    text = "" if str(news) == told else f"data: {news}"
                    told = str(news)
                self.wfile.write(f"{text or ':'}\n\n".encode())
                self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_) -> None:
        """Say nothing: the terminal is for the owner's mistakes."""
