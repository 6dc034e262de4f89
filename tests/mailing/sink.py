"""An SMTP server that does what a test tells it: refuses, drops, hangs; and that remembers what it accepted."""

import asyncio
import re
import threading
from dataclasses import dataclass

DROP = "drop"  # the connection, without a word
KEEP_AND_DROP = "keep and drop"  # accept the message, then lose the connection before saying so
_MESSAGE_ID = re.compile(rb"^Message-ID: (<[^>]+>)", re.MULTILINE)


@dataclass(frozen=True)
class Accepted:
    sender: str
    recipient: str
    content: bytes

    @property
    def message_id(self):
        return _MESSAGE_ID.search(self.content)[1].decode()


class Sink:
    """Listens on a port of its own, in a thread of its own.

    `script(stage, recipient)` is asked at the stages "hello", "mail", "rcpt", "data" and "content", and gives a reply
    to make instead of the usual one, DROP, KEEP_AND_DROP, or None. `accepted` is where what it accepts is appended.
    """

    def __init__(self, *, extensions=("PIPELINING", "8BITMIME", "ENHANCEDSTATUSCODES"), script=None, accepted=None):
        self.extensions = list(extensions)
        self.script = script or (lambda stage, recipient: None)
        self.accepted, self.connections, self.commands = [] if accepted is None else accepted, 0, []
        self.port = None
        self._loop = asyncio.new_event_loop()
        self._server = None
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def start(self, port=0):
        if not self._thread.is_alive():
            self._thread.start()
        self._server = self._call(asyncio.start_server(self._serve, "127.0.0.1", port, limit=2**22))
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def stop(self):
        """Listen no more; connections that stand go on."""
        if self._server:
            self._loop.call_soon_threadsafe(self._server.close)
            self._server = None

    def hang_up(self):
        """Lose every connection that stands."""
        self._call(self._hang_up())

    def end(self):
        self.stop()
        self.hang_up()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    @property
    def recipients(self):
        return [accepted.recipient for accepted in self.accepted]

    async def _hang_up(self):
        sessions = asyncio.all_tasks() - {asyncio.current_task()}
        for session in sessions:
            session.cancel()
        await asyncio.gather(*sessions, return_exceptions=True)

    def _call(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(10)

    async def _serve(self, reader, writer):
        self.connections += 1
        try:
            await Session(self, reader, writer).run()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, Hangup):
            pass  # the other side has gone, the test has ended, or the script says so
        finally:
            writer.transport.abort()


class Hangup(Exception):
    """The script drops this connection."""


class Session:
    """One connection."""

    def __init__(self, sink, reader, writer):
        self._sink, self._reader, self._writer = sink, reader, writer
        self._sender = self._recipient = ""
        self._refused = True

    async def run(self):
        await self._say(self._scripted("hello") or "220 sink")
        while line := await self._reader.readline():
            verb, _space, rest = line.decode("ascii", "replace").strip().partition(" ")
            self._sink.commands.append(verb.upper())
            if verb.upper() == "QUIT":
                await self._say("221 bye")
                return
            await getattr(self, f"_{verb.lower()}", self._unknown)(rest)

    async def _ehlo(self, _rest):
        lines = ["sink", *self._sink.extensions]
        await self._say("\r\n".join(f"250{'-' if line != lines[-1] else ' '}{line}" for line in lines))

    async def _mail(self, rest):
        self._sender = rest[rest.index("<") + 1 : rest.index(">")]
        reply = self._scripted("mail")
        self._refused = reply is not None
        await self._say(reply or "250 2.1.0 ok")

    async def _rcpt(self, rest):
        self._recipient = rest[rest.index("<") + 1 : rest.index(">")]
        reply = "503 5.5.1 no sender" if self._refused else self._scripted("rcpt")
        self._refused = reply is not None
        await self._say(reply or "250 2.1.5 ok")

    async def _data(self, _rest):
        reply = self._scripted("data")
        if reply or self._refused:
            await self._say(reply or "554 5.5.1 no valid recipients")
            return
        await self._say("354 go on")
        content = await self._content()
        reply = self._scripted("content")
        if reply in (None, KEEP_AND_DROP):
            self._sink.accepted.append(Accepted(self._sender, self._recipient, content))
        self._refused = True
        await self._say(reply or "250 2.0.0 accepted")

    async def _rset(self, _rest):
        await self._say("250 2.0.0 ok")

    _noop = _rset

    async def _unknown(self, _rest):
        await self._say("502 5.5.2 what?")

    async def _content(self):
        lines = []
        while (line := await self._reader.readuntil(b"\r\n")) != b".\r\n":
            lines.append(line[1:] if line.startswith(b".") else line)
        return b"".join(lines)

    def _scripted(self, stage):
        return self._sink.script(stage, self._recipient)

    async def _say(self, reply):
        if reply in (DROP, KEEP_AND_DROP):
            raise Hangup
        self._writer.write(f"{reply}\r\n".encode())
        await self._writer.drain()
        if reply.startswith("421"):
            raise Hangup
