#!/usr/bin/python3
"""Checks that the test SMTP server does what its description says: what it stores, how it misbehaves, how fast it is.

    /usr/bin/python3 tests/servers/check_smtp.py
"""

import json
import shutil
import smtplib
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

SERVER = Path(__file__).with_name("smtp.py")
CUT = (smtplib.SMTPServerDisconnected, ConnectionResetError)


class Server:
    def __init__(self, *options):
        self.folder = Path(tempfile.mkdtemp(prefix="smtp-check-"))
        command = ["/usr/bin/python3", str(SERVER), str(self.folder), *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        assert self.process.wait(5) == 0
        shutil.rmtree(self.folder)

    def control(self, **rules):
        part = self.folder / "control.part"
        part.write_text(json.dumps(rules))
        part.rename(self.folder / "control.json")

    def deliveries(self):
        return [json.loads(line) for line in (self.folder / "deliveries.jsonl").read_text().splitlines()]

    def connect(self, timeout=5):
        return smtplib.SMTP("127.0.0.1", self.port, local_hostname="client.test", timeout=timeout)

    def send(self, recipient, number=1, client=None):
        own = client or self.connect()
        text = f"Message-ID: <{number}@client.test>\r\nTo: {recipient}\r\n\r\n.stuffed\r\n" + "x" * 2500 + "\r\n"
        try:
            own.sendmail("from@client.test", [recipient], text.replace("x" * 70, "x" * 70 + "\r\n"))
        finally:
            if not client:
                own.close()


def refused(code, act):
    try:
        act()
    except smtplib.SMTPRecipientsRefused as refusal:
        answers = {answer for answer, _ in refusal.recipients.values()}
        assert answers == {code}, answers
    except smtplib.SMTPResponseException as refusal:
        assert refusal.smtp_code == code, refusal
    else:
        raise AssertionError(f"not refused by {code}")


def dropped(act):
    try:
        act()
    except CUT:
        return
    raise AssertionError("the connection was not cut")


def stores(server):
    server.send("kari@board.test", 1)
    (delivery,) = server.deliveries()
    assert delivery["recipient"] == "kari@board.test" and delivery["message_id"] == "<1@client.test>", delivery
    stored = (server.folder / delivery["file"]).read_bytes()
    assert stored.startswith(b"Message-ID: <1@") and b"\r\n.stuffed\r\n" in stored and delivery["size"] == len(stored)


def obeys_addresses(server):
    before = len(server.deliveries())
    refused(550, lambda: server.send("a+refuse-550@board.test"))
    refused(451, lambda: server.send("a+refuse-data-451-x1@board.test"))
    server.send("a+refuse-data-451-x1@board.test")
    dropped(lambda: server.send("hangup-rcpt@board.test"))
    dropped(lambda: server.send("hangup-data@board.test"))
    assert len(server.deliveries()) == before + 1
    dropped(lambda: server.send("b+hangup-stored-x1@board.test", 7))
    server.send("b+hangup-stored-x1@board.test", 7)
    twice = [d for d in server.deliveries() if d["message_id"] == "<7@client.test>"]
    assert [d["answered"] for d in twice] == [False, True], twice
    begun = time.monotonic()
    server.send("stall-1@board.test")
    assert time.monotonic() - begun >= 1
    client = server.connect()
    server.send("c+hangup-after-250@board.test", 8, client)
    dropped(lambda: server.send("kari@board.test", 9, client))


def obeys_control(server):
    server.control(refuse_rcpt={"^ola@": 450}, refuse_data={"^eva@": 554})
    refused(450, lambda: server.send("ola@board.test"))
    refused(554, lambda: server.send("eva@board.test"))
    server.send("kari@board.test")
    server.control(hang_up_at="stored", times=1)
    before = len(server.deliveries())
    dropped(lambda: server.send("kari@board.test"))
    server.send("kari@board.test")
    assert len(server.deliveries()) == before + 2
    open_connection = server.connect()
    server.control(down=True)
    dropped(lambda: server.send("kari@board.test", client=open_connection))
    dropped(lambda: server.send("kari@board.test"))
    server.control(stall_seconds=3, only="^ola@")
    server.send("kari@board.test")
    try:
        server.send("ola@board.test", client=server.connect(timeout=1))
    except smtplib.SMTPServerDisconnected as error:
        assert "timed out" in str(error), error
    else:
        raise AssertionError("did not stall")
    server.control()


def is_fast(server, connections=4, each=500):
    def work(start):
        client = server.connect(60)
        for number in range(each):
            server.send("many@board.test", f"{start}-{number}", client)
        client.quit()

    before, begun = len(server.deliveries()), time.monotonic()
    threads = [threading.Thread(target=work, args=(n,)) for n in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate = connections * each / (time.monotonic() - begun)
    assert len(server.deliveries()) - before == connections * each
    print(f"{rate:.0f} messages a second over {connections} connections")
    assert rate > 200, rate


def wants_login():
    trusting = ssl.create_default_context()
    with Server("--starttls", "--auth", "styringsrad:a secret") as server:
        trusting.load_verify_locations(server.folder / "cert.pem")
        refused(530, lambda: server.send("kari@board.test"))
        with server.connect() as client:
            client.ehlo()
            assert not client.has_extn("auth")
            client.starttls(context=trusting)
            refused(530, lambda: server.send("kari@board.test", 1, client))
            try:
                client.login("styringsrad", "wrong")
            except smtplib.SMTPAuthenticationError:
                pass
            else:
                raise AssertionError("a wrong password was accepted")
            client.login("styringsrad", "a secret")
            server.send("kari@board.test", 2, client)
        assert len(server.deliveries()) == 1
    with Server("--tls") as server:
        trusting.load_verify_locations(server.folder / "cert.pem")
        with smtplib.SMTP_SSL("localhost", server.port, context=trusting, timeout=5) as client:
            server.send("kari@board.test", 3, client)
        assert len(server.deliveries()) == 1


def main():
    with Server() as server:
        for check in (stores, obeys_addresses, obeys_control, is_fast):
            check(server)
            print("ok", check.__name__)
    wants_login()
    print("ok wants_login")


if __name__ == "__main__":
    sys.exit(main())
