"""A server between the site and a real one, which lets everything through or fails in the ways that servers fail."""

import socket
import socketserver
import threading
from contextlib import suppress

ERROR = (
    b"HTTP/1.1 503 Service Unavailable\r\nX-Elastic-Product: Elasticsearch\r\nContent-Type: application/json\r\n"
    b'Content-Length: 24\r\n\r\n{"error": "no such luck"}'
)
GARBAGE = b"\x00\xffHELO? HTTP/9 200 \r\n\r\n{{{{"
OTHERS_PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<h1>Hello</h1>"
# Of each a byte comes this often, so that no single wait is long.
TRICKLE = 0.1
FAULTS = ("refuse", "hang", "trickle", "error", "garbage", "page")


class Proxy:
    """Listens on a port of its own. `behave(fault)` cuts what is open and lets the fault happen from then on."""

    def __init__(self, host, port):
        self.target = host, port
        self.fault = None
        self.seen = 0
        self._open = set()
        self._changed = threading.Event()
        self._server = None
        self.port = 0
        self._listen()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def behave(self, fault=None):
        """`fault` is one of FAULTS; without one, everything goes through."""
        self.fault = fault
        self._changed.set()
        self._changed = threading.Event()
        for one in list(self._open):
            _close(one)
        if fault == "refuse":
            self.stop()
        elif self._server is None:
            self._listen()

    def stop(self):
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def serve(self, client):
        """What happens to a connection."""
        self.seen += 1
        self._open.add(client)
        try:
            if self.fault is None:
                self._pass_on(client)
            else:
                client.recv(65536)
                self._fail(client, self.fault)
        finally:
            self._open.discard(client)

    def _listen(self):
        proxy = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self):
                with suppress(OSError):
                    proxy.serve(self.request)

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = daemon_threads = True
            block_on_close = False

        self._server = Server(("127.0.0.1", self.port), Handler)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def _fail(self, client, fault):
        changed = self._changed
        if fault == "hang":
            changed.wait()
        elif fault == "trickle":
            for byte in ERROR:
                if changed.wait(TRICKLE):
                    return
                client.sendall(bytes([byte]))
        else:
            client.sendall({"error": ERROR, "garbage": GARBAGE, "page": OTHERS_PAGE}[fault])

    def _pass_on(self, client):
        with socket.create_connection(self.target) as server:
            self._open.add(server)
            back = threading.Thread(target=_pump, args=(server, client), daemon=True)
            back.start()
            _pump(client, server)
            self._open.discard(server)


def _pump(source, target):
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    _close(target)


def _close(one):
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
