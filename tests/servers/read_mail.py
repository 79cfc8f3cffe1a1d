#!/usr/bin/python3
"""Reads mails as a mail program would, and prints them as one JSON list, in the order of the arguments.

    read_mail.py FILE.eml …

Each: names (of every header, as they stand), subject, from, to, reply_to, message_id, content_language,
auto_submitted, list_unsubscribe, list_unsubscribe_post, text, html, structure (the types of its parts, those inside others in brackets), calendars (of each
part that is a calendar file: type, method, file name and content), and defects: everything that a strict reader would refuse (RFC 5322, RFC 2045, RFC 2047).
A header that is missing is null.
"""

import email
import json
import sys
from email.policy import default
from pathlib import Path


def read(path):
    content = Path(path).read_bytes()
    mail = email.message_from_bytes(content, policy=default)
    defects = [f"line {number} is longer than 998" for number, line in enumerate(content.split(b"\r\n"), 1) if len(line) > 998]
    if b"\n" in content.replace(b"\r\n", b"") or b"\r" in content.replace(b"\r\n", b""):
        defects.append("a line ends without CRLF")
    for part in mail.walk():
        if not part.is_multipart():
            part.get_content()
        defects += [repr(defect) for defect in part.defects]
        defects += [f"{name}: {defect!r}" for name, value in part.items() for defect in value.defects]

    def body(kind):
        part = mail.get_body((kind,))
        return None if part is None else part.get_content().replace("\r\n", "\n")

    def structure(part):
        inside = ", ".join(map(structure, part.iter_parts())) if part.is_multipart() else ""
        return part.get_content_type() + (f"({inside})" if inside else "")

    def calendar(part):
        content = part.get_content()
        return {
            "type": part.get_content_type(),
            "method": part["content-type"].params.get("method"),
            "name": part.get_filename(),
            "content": content if isinstance(content, str) else content.decode(),
        }

    calendars = [part for part in mail.walk() if part.get_content_type() in ("text/calendar", "application/ics")]

    def header(name):
        value = mail[name]
        return None if value is None else str(value)

    return {
        "names": mail.keys(),
        "subject": header("subject"),
        "from": header("from"),
        "to": header("to"),
        "reply_to": header("reply-to"),
        "message_id": header("message-id"),
        "content_language": header("content-language"),
        "auto_submitted": header("auto-submitted"),
        "list_unsubscribe": header("list-unsubscribe"),
        "list_unsubscribe_post": header("list-unsubscribe-post"),
        "text": body("plain"),
        "html": body("html"),
        "structure": structure(mail),
        "calendars": [calendar(part) for part in calendars],
        "defects": defects,
    }


if __name__ == "__main__":
    json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
