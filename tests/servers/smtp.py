#!/usr/bin/python3
"""A real SMTP server for tests, which keeps every raw delivery and can behave badly on purpose.

    smtp.py FOLDER [--port 0] [--starttls | --tls] [--auth USER:PASSWORD] [--no-pipelining]

The first line on stdout is the port on 127.0.0.1. In FOLDER:

  000001.eml …      each message exactly as it came in DATA, dots unstuffed
  deliveries.jsonl  one line per stored message and recipient: file, recipient, sender, message_id, time (monotonic
                    seconds), size (bytes), answered (false when the connection was cut before the 250)
  cert.pem          the self-signed certificate, with --starttls or --tls
  control.json      written by the test (rename it into place); looked at before every NOOP, MAIL, RCPT and DATA:
      {"down": true}                                every connection is cut: new ones at once, old ones at
                                                    their next command
      {"refuse_mail": 550}                          answer to MAIL, whoever it is for
      {"refuse_rcpt": {"regex": 451}}               answer to RCPT, by the first regex found in the address
      {"refuse_data": {"regex": 554}}               answer to the end of DATA; nothing is stored
      {"stall_seconds": 3, "stall_at": "data"}      wait at "rcpt" or at the end of "data" (the default)
      {"hang_up_at": "stored"}                      cut: "connect", "rcpt", "data" (nothing stored), "stored" (stored,
                                                    no 250 sent), "after-250"
      "only": "regex"                               stalls and cuts only where a recipient matches
      "times": 2                                    stalls and cuts only this often, counted from the last change

A recipient can ask for the same in its local part, alone or after a plus sign: kari+refuse-550@…, +refuse-data-451,
+stall-3, +hangup-rcpt, +hangup-data, +hangup-stored, +hangup-after-250; with "-x2" at the end only its first two
attempts are treated so.

The server ends by SIGTERM, or when the process that started it is gone. It queues and relays nothing.
"""

import argparse
import asyncio
import json
import logging
import os
import re
import signal
import ssl
import subprocess
import sys
import time
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult

ASKED = re.compile(
    r"^(?:.*\+)?(?:refuse-(?P<rcpt>\d{3})|refuse-data-(?P<data>\d{3})|stall-(?P<stall>\d+)"
    r"|hangup-(?P<cut>rcpt|data|stored|after-250))(?:-x(?P<times>\d+))?@"
)
MESSAGE_ID = re.compile(rb"^message-id:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


class Control:
    """What control.json says now. A half-written file leaves the last whole one in force."""

    def __init__(self, path):
        self.path, self.seen, self.rules, self.left = path, None, {}, None

    def now(self):
        try:
            stat = os.stat(self.path)
            seen = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        except FileNotFoundError:
            seen = None
        if seen != self.seen:
            try:
                self.rules = json.loads(self.path.read_text()) if seen else {}
            except (ValueError, FileNotFoundError):
                return self.rules
            self.seen, self.left = seen, self.rules.get("times")
        return self.rules

    def applies(self, recipients):
        """Whether a stall or a cut meets these recipients; counts it if so."""
        only = self.now().get("only")
        if only and not any(re.search(only, recipient) for recipient in recipients):
            return False
        if self.left is None:
            return True
        self.left -= 1
        return self.left >= 0


class Asked:
    """What a recipient asks for in its own address, and how often it has had it."""

    def __init__(self):
        self.attempts = {}

    def at(self, stage, recipients):
        """The matches of this stage ("rcpt" or "data") that still apply, one per recipient, counted."""
        found = []
        for recipient in recipients:
            asked = ASKED.match(recipient)
            if not asked or self.stage(asked) != stage:
                continue
            self.attempts[recipient] = self.attempts.get(recipient, 0) + 1
            if not asked["times"] or self.attempts[recipient] <= int(asked["times"]):
                found.append(asked)
        return found

    @staticmethod
    def stage(asked):
        return "rcpt" if asked["rcpt"] or asked["cut"] == "rcpt" else "data"


class Handler:
    def __init__(self, folder, login, pipelining):
        self.folder, self.login, self.pipelining = folder, login, pipelining
        self.control, self.asked = Control(folder / "control.json"), Asked()
        self.number = sum(1 for _ in folder.glob("*.eml"))
        self.index = open(folder / "deliveries.jsonl", "ab", buffering=0)

    def authenticate(self, server, session, envelope, mechanism, data):
        given = (data.login.decode(), data.password.decode())
        return AuthResult(success=given == self.login, handled=False)

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        return [*responses[:-1], *(["250-PIPELINING"] if self.pipelining else []), responses[-1]]

    async def handle_NOOP(self, server, session, envelope, argument):
        self.alive(server)
        return "250 OK"

    async def handle_MAIL(self, server, session, envelope, address, options):
        self.alive(server)
        if code := self.control.now().get("refuse_mail"):
            return refusal(code)
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.alive(server)
        rules = self.control.now()
        asked = self.asked.at("rcpt", [address])
        if self.cut_here(rules, "rcpt", asked, [address]):
            cut(server)
        await self.stall(rules, "rcpt", [], [address])
        code = first(rules.get("refuse_rcpt"), [address]) or next((a["rcpt"] for a in asked), None)
        if code:
            return refusal(code)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.alive(server)
        rules, recipients = self.control.now(), envelope.rcpt_tos
        asked = self.asked.at("data", recipients)
        await self.stall(rules, "data", asked, recipients)
        self.alive(server)
        if self.cut_here(rules, "data", asked, recipients):
            cut(server)
        code = first(rules.get("refuse_data"), recipients) or next((a["data"] for a in asked if a["data"]), None)
        if code:
            return refusal(code)
        if self.cut_here(rules, "stored", asked, recipients):
            self.store(envelope, answered=False)
            cut(server)
        self.store(envelope, answered=True)
        if self.cut_here(rules, "after-250", asked, recipients):
            await server.push("250 OK")
            server.transport.close()
            raise asyncio.CancelledError
        return "250 OK"

    def alive(self, server):
        if self.control.now().get("down"):
            cut(server)

    def cut_here(self, rules, place, asked, recipients):
        if any(a["cut"] == place for a in asked):
            return True
        return rules.get("hang_up_at") == place and self.control.applies(recipients)

    async def stall(self, rules, place, asked, recipients):
        seconds = max((float(a["stall"]) for a in asked if a["stall"]), default=0)
        if rules.get("stall_seconds") and rules.get("stall_at", "data") == place and self.control.applies(recipients):
            seconds = max(seconds, rules["stall_seconds"])
        if seconds:
            await asyncio.sleep(seconds)

    def store(self, envelope, answered):
        self.number += 1
        name, content = f"{self.number:06}.eml", envelope.original_content
        (self.folder / name).write_bytes(content)
        head = content.partition(b"\r\n\r\n")[0]
        found = MESSAGE_ID.search(head)
        lines = [
            json.dumps(
                {
                    "file": name,
                    "recipient": recipient,
                    "sender": envelope.mail_from,
                    "message_id": found[1].decode("ascii", "replace") if found else None,
                    "time": time.monotonic(),
                    "size": len(content),
                    "answered": answered,
                }
            )
            for recipient in envelope.rcpt_tos
        ]
        # One write, so that a reader never sees half a line.
        self.index.write(("\n".join(lines) + "\n").encode())


def first(rules, recipients):
    """The code of the first rule whose regex is found in a recipient."""
    for pattern, code in (rules or {}).items():
        if any(re.search(pattern, recipient) for recipient in recipients):
            return code
    return None


def refusal(code):
    kind = "Try again later" if str(code).startswith("4") else "Refused"
    return f"{code} {str(code)[0]}.0.0 {kind}"


def cut(server):
    """Closes the socket without a word."""
    server.transport.abort()
    raise asyncio.CancelledError


class Server(SMTP):
    """A connection that is cut at once while the server is "down"."""

    def connection_made(self, transport):
        super().connection_made(transport)
        rules = self.event_handler.control.now()
        at_connect = rules.get("hang_up_at") == "connect" and self.event_handler.control.applies([])
        if rules.get("down") or at_connect:
            transport.abort()


def certificate(folder):
    cert, key = folder / "cert.pem", folder / "key.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost".split()
    command += ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(key), "-out", str(cert)]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context


async def orphaned():
    parent = os.getppid()
    while os.getppid() == parent:
        await asyncio.sleep(1)


async def serve(options):
    options.folder.mkdir(parents=True, exist_ok=True)
    login = tuple(options.auth.split(":", 1)) if options.auth else None
    handler = Handler(options.folder, login, not options.no_pipelining)
    context = certificate(options.folder) if options.starttls or options.tls else None

    def connection():
        return Server(
            handler,
            hostname="smtp.test",
            ident="ready",
            enable_SMTPUTF8=True,
            tls_context=context if options.starttls else None,
            require_starttls=options.starttls,
            auth_required=login is not None,
            auth_require_tls=options.starttls,
            authenticator=handler.authenticate if login else None,
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        connection, "127.0.0.1", options.port, backlog=512, ssl=context if options.tls else None
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await asyncio.wait([asyncio.create_task(stop.wait()), asyncio.create_task(orphaned())], return_when="FIRST_COMPLETED")
    server.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--starttls", action="store_true")
    parser.add_argument("--tls", action="store_true", help="TLS from the first byte")
    parser.add_argument("--auth", metavar="USER:PASSWORD")
    parser.add_argument("--no-pipelining", action="store_true", help="announce no pipelining (RFC 2920)")
    # A test reads the files, not this log; a failure of the server itself is still told.
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
