"""Serve the page to this computer only: 127.0.0.1, exact names, GET and HEAD.

The files are a dictionary made at the start. No path is ever built from a request, so that no spelling of one can
lead outside. The Host header must be ours, so that a foreign name that resolves to 127.0.0.1 gets nothing.
"""
import hashlib
import http.server
import pathlib
import socket
import socketserver
import threading

from . import policy
from .common import BUILD, Stop

SECONDS = 10    # a silent connection is closed
THREADS = 64    # connections at once; more wait


class Entry:
    """One file and its compressed forms, in memory."""

    def __init__(self, kind, cache, bodies):
        self.kind, self.cache, self.bodies = kind, cache, bodies
        self.tags = {coding: f'"{hashlib.sha256(body).hexdigest()[:20]}"' for coding, body in bodies.items()}

    def choose(self, accepted):
        """The coding to send: br, then gzip, then as it is."""
        offered = {part.split(";")[0].strip() for part in accepted.lower().split(",")
                   if part.replace(" ", "").split(";")[-1] not in ("q=0", "q=0.0")}
        return next((coding for coding in ("br", "gzip") if coding in self.bodies and coding in offered), "")


def load(table):
    """{request path: Entry} of the finished page."""
    entries, folder = {}, BUILD / "site"
    for name, about in table["files"].items():
        bodies = {"": (folder / name).read_bytes()}
        for coding, ending in (("br", ".br"), ("gzip", ".gz")):
            packed = folder / (name + ending)
            if packed.exists():
                bodies[coding] = packed.read_bytes()
        cache = "no-cache" if about["kept"] else "public, max-age=31536000, immutable"
        entries["/" + name] = Entry(about["type"], cache, bodies)
    entries["/"] = entries["/index.html"]
    return entries


def load_data(folder):
    """{request path: file} of the JSON files offered below /data/; read when asked for."""
    if folder is None:
        return {}
    root = pathlib.Path(folder)
    if not root.is_dir():
        raise Stop(f"{folder} is not a folder.")
    return {f"/data/{path.name}": path for path in sorted(root.glob("*.json")) if path.is_file()}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = SECONDS
    entries, data, host = {}, {}, ""

    def do_GET(self):
        self.answer(send_body=True)

    def do_HEAD(self):
        self.answer(send_body=False)

    def refuse_method(self):
        self.close_connection = True  # a body may follow that nobody reads
        self.reply(405, b"Only GET and HEAD.\n", {"Allow": "GET, HEAD"})

    do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_TRACE = do_CONNECT = refuse_method

    def answer(self, send_body):
        asked = self.headers.get("Host", "")
        if asked != self.host:
            if asked == self.host.replace("127.0.0.1", "localhost"):
                # The same page under another name would have another, empty store.
                return self.reply(307, b"", {"Location": f"http://{self.host}/"})
            return self.reply(421, f"Open http://{self.host}/ instead.\n".encode(), send_body=send_body)
        path = self.path.split("?", 1)[0]
        entry = self.entries.get(path)
        if entry is None and path in self.data:
            try:
                entry = Entry("application/json; charset=utf-8", "no-cache", {"": self.data[path].read_bytes()})
            except OSError:
                entry = None
        if entry is None:
            return self.reply(404, b"Not found.\n", send_body=send_body)
        self.send_entry(entry, send_body)

    def send_entry(self, entry, send_body):
        coding = entry.choose(self.headers.get("Accept-Encoding", ""))
        headers = {"Content-Type": entry.kind, "Cache-Control": entry.cache, "ETag": entry.tags[coding],
                   "Vary": "Accept-Encoding"}
        if coding:
            headers["Content-Encoding"] = coding
        known = [tag.strip().removeprefix("W/") for tag in self.headers.get("If-None-Match", "").split(",")]
        if entry.tags[coding] in known:
            return self.reply(304, None, headers)
        self.reply(200, entry.bodies[coding], headers, send_body)

    def reply(self, status, body, headers=None, send_body=True):
        sent = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", **policy.HEADERS, **(headers or {})}
        self.send_response_only(status)
        for name, value in sent.items():
            self.send_header(name, value)
        if body is not None:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if body and send_body:
            self.wfile.write(body)

    def send_error(self, code, message=None, explain=None):
        """What the base class finds wrong with a request: told in plain text, with our headers."""
        self.close_connection = True
        self.reply(code, b"Not understood.\n", {"Connection": "close"}, send_body=getattr(self, "command", None) != "HEAD")

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port, entries, data):
        self.slots = threading.BoundedSemaphore(THREADS)
        handler = type("PageHandler", (Handler,), {"entries": entries, "data": data, "host": f"127.0.0.1:{port}"})
        super().__init__(("127.0.0.1", port), handler)

    def process_request(self, request, address):
        self.slots.acquire()
        super().process_request(request, address)

    def process_request_thread(self, request, address):
        try:
            super().process_request_thread(request, address)
        finally:
            self.slots.release()

    def handle_error(self, request, address):
        """A browser that goes away in the middle is no error of ours."""


def is_taken(port):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise Stop(f"Port {port} may not be used by this account; choose one above 1023.") from None
        except (OSError, OverflowError):
            return True
    return False
