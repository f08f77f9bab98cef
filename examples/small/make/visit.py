"""Visits the small site with real clients, to the second, around a moment: python3 visit.py SECONDS_SINCE_1970

The servers must be up, nginx on 8081 and 8083, Apache on 8082, and by their clocks that moment is the end of a month. The
moment must be six minutes away or more; the visits end two and a half minutes after it.
"""

import socket
import subprocess
import sys
import time
from collections.abc import Callable

from browser import Browser

NGINX = "http://127.0.0.1:8081"
NGINX_SIX = "http://[::1]:8081"
NGINX_MAPPED = "http://127.0.0.1:8083"
APACHE = "http://127.0.0.1:8082"

CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
SAFARI = (
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    " Version/18.6 Safari/605.1.15"
)
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"
)
# Quotes and accents: nginx and Apache escape them differently.
QUOTED = (
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; "Bibliothèque") AppleWebKit/537.36 (KHTML, like Gecko)'
    " Chrome/140.0.0.0 Safari/537.36"
)
GOOGLEBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"


def curl(address: str, agent: str | None, url: str, *options: str) -> None:
    """One request from one loopback address; agent None is curl's own."""
    named = ["--user-agent", agent] if agent is not None else []
    subprocess.run(
        ["curl", "--silent", "--output", "/dev/null", "--path-as-is", "--noproxy", "*", "--interface", address]
        + [*named, *options, url],
        check=False,
    )


def raw(port: int, sent: bytes) -> None:
    """Bytes that are no proper request."""
    with socket.create_connection(("127.0.0.1", port), timeout=5, source_address=("127.0.9.9", 0)) as connection:
        connection.sendall(sent)
        try:
            connection.recv(4096)
        except OSError:
            pass


def crawl() -> None:
    """A crawler two links deep, from the front page, heeding robots.txt."""
    subprocess.run(
        ["wget", "--quiet", "--recursive", "--level=2", "--delete-after", "--no-directories", "--no-proxy"]
        + ["--bind-address=127.0.66.249", "--user-agent=" + GOOGLEBOT, "--reject-regex=/(book|chapter)/"]
        + ["--directory-prefix=crawled", APACHE + "/"],
        check=False,
    )


def plan() -> list[tuple[int, Callable[[], object]]]:
    """What is done when, in seconds from the moment."""
    steps: list[tuple[int, Callable[[], object]]] = []

    def at(clock: str, action: Callable[..., object], *arguments: object) -> None:
        minutes, seconds = clock.lstrip("+-").split(":")
        offset = int(minutes) * 60 + int(seconds)
        steps.append((-offset if clock.startswith("-") else offset, lambda: action(*arguments)))

    # A reader at the Université de la Côte, in a browser.
    chrome: list[Browser] = []
    at("-6:00", lambda: chrome.append(Browser(CHROME)))
    at("-5:50", lambda: chrome[0].open(NGINX + "/"))
    at("-5:40", lambda: chrome[0].click("/journal/coast"))
    at("-5:30", lambda: chrome[0].click("/article/coast-1"))
    at("-5:15", lambda: chrome[0].click("/article/coast-1/fulltext"))
    at("-5:05", lambda: chrome[0].open(NGINX + "/article/coast-1/pdf"))
    at("-4:20", lambda: chrome[0].open(NGINX + "/"))
    at("-4:15", lambda: chrome[0].search("marée"))
    at("-4:10", lambda: chrome[0].search(""))
    at("-4:00", lambda: chrome[0].open(NGINX + "/article/10.5555%2Fcoast.4"))
    at("-3:50", lambda: chrome[0].reload())
    at("-3:10", lambda: chrome[0].reload())
    at("-2:40", lambda: chrome[0].open(NGINX + "/book/tides"))
    at("-2:30", lambda: chrome[0].click("/chapter/tides-ch1"))
    at("-2:20", lambda: chrome[0].click("/chapter/tides-ch1/pdf"))
    at("-0:12", lambda: chrome[0].open(NGINX + "/article/estuary-1/fulltext"))
    at("+0:08", lambda: chrome[0].reload())
    at("+0:50", lambda: chrome[0].open(NGINX + "/article/coast-1/fulltext"))
    at("+1:20", lambda: chrome[0].open(APACHE + "/article/estuary-1"))
    at("+1:35", lambda: chrome[0].click("/article/estuary-1/pdf"))
    at("+2:15", lambda: chrome[0].open(NGINX_SIX + "/article/estuary-2/fulltext"))
    at("+2:25", lambda: chrome[0].close())

    # The Laboratoire Iode: chains, exact distances, what the status says.
    iode, firefox = "127.0.1.5", FIREFOX
    at("-5:00", curl, iode, firefox, NGINX + "/article/coast-2/pdf")
    at("-4:40", curl, iode, firefox, NGINX + "/article/coast-2/pdf")
    at("-4:14", curl, iode, firefox, NGINX + "/article/coast-2/pdf")
    at("-3:29", curl, iode, firefox, NGINX + "/article/coast-2/pdf")
    at("-3:01", curl, iode, firefox, NGINX + "/article/coast-2/fulltext")
    at("-2:31", curl, iode, firefox, NGINX + "/article/coast-2/fulltext")
    at("-2:01", curl, iode, firefox, NGINX + "/article/coast-1/fulltext")
    at("-1:30", curl, iode, firefox, NGINX + "/article/coast-1/fulltext")
    at("-1:01", curl, iode, firefox, NGINX + "/article/coast-1/pdf", "--time-cond", "Mon, 05 Jan 2026 07:00:00 GMT")
    at("-0:50", curl, iode, firefox, NGINX + "/article/coast-1/pdf", "--range", "0-99")
    at("-0:46", curl, iode, firefox, NGINX + "/article/coast-1/pdf", "--head")
    at("+0:20", curl, iode, firefox, NGINX + "/article/coast%2D1")
    at("+0:35", curl, iode, firefox, NGINX + "/article/coast-1")
    at("+1:10", curl, iode, firefox, NGINX + "/article/coast-1/")
    at("+1:11", curl, iode, firefox, NGINX + "//article/coast-1")

    # The Université de la Plaine: refusals, two servers, odd request lines.
    plaine = "127.0.1.9"
    at("-5:20", curl, plaine, SAFARI, NGINX + "/article/coast-3/pdf")
    at("-5:06", curl, plaine, SAFARI, NGINX + "/article/coast-3/pdf")
    at("-4:55", curl, plaine, SAFARI, NGINX + "/article/coast-3/pdf", "--cookie", "ticket=yes")
    at("-4:02", curl, plaine, SAFARI, APACHE + "/article/coast-3/fulltext")
    at("-3:22", curl, plaine, SAFARI, NGINX + "/article/estuary-1/pdf")
    at("-3:03", curl, plaine, SAFARI, APACHE + "/article/estuary-1/pdf")
    at("-2:11", curl, plaine, SAFARI, "http://rivages.example/article/estuary-3/fulltext", "--noproxy", "", "--proxy", NGINX)
    at("-1:22", curl, plaine, SAFARI, APACHE + "/article/10.5555%2fcoast.4/pdf")
    at("-1:15", curl, plaine, SAFARI, NGINX + "/article/10.5555/coast.4/pdf")
    at("+0:40", curl, "127.0.1.77", EDGE, NGINX_MAPPED + "/article/coast-2")
    at("+0:45", curl, plaine, SAFARI, NGINX + "/article/coast")

    # One range that two schools share: books, seats, an agent with quotes and accents.
    schools = "127.0.2.15"
    at("-5:10", curl, schools, QUOTED, NGINX + "/book/tides.pdf")
    at("-4:52", curl, schools, QUOTED, NGINX + "/book/tides.pdf")
    at("-4:03", curl, schools, QUOTED, NGINX + "/chapter/tides-ch3/pdf")
    at("-3:41", curl, schools, QUOTED, NGINX + "/book/harbours.epub")
    at("-3:07", curl, schools, QUOTED, NGINX + "/book/harbours.epub")
    at("-2:48", curl, schools, QUOTED, NGINX + "/book/harbours.epub")
    at("-2:03", curl, schools, QUOTED, NGINX + "/book/harbours.pdf")
    at("-1:42", curl, schools, QUOTED, NGINX + "/chapter/tides-ch4")
    at("-1:23", curl, schools, QUOTED, APACHE + "/chapter/tides-ch4")
    at("+1:02", curl, schools, QUOTED, APACHE + "/book/tides.epub")

    # Alice and Bob have accounts; Alice also works at the school and mines texts.
    cote = "127.0.0.1"
    alice, bob = ("--user", "alice:sesame"), ("--user", "bob:sesame")
    at("-4:32", curl, cote, EDGE, NGINX + "/article/coast-2/fulltext", *alice)
    at("-4:21", curl, cote, EDGE, NGINX + "/article/coast-2/fulltext", *bob)
    at("-3:02", curl, "127.0.2.12", FIREFOX, NGINX + "/article/coast-2/fulltext", *alice)
    at("-2:22", curl, cote, EDGE, NGINX + "/article/estuary-3/pdf", *alice)
    at("-2:05", curl, cote, None, NGINX + "/article/estuary-3/pdf", *alice)
    at("-1:46", curl, cote, EDGE, NGINX + "/article/estuary-3/pdf", *alice)
    at("-1:04", curl, cote, EDGE, APACHE + "/tdm/coast-2.xml", *alice)
    at("-0:28", curl, cote, EDGE, APACHE + "/tdm/coast-2.xml", *alice)
    at("-0:20", curl, cote, EDGE, APACHE + "/tdm/coast-2.xml")

    # Readers whom no institution knows today, and an item that the catalogue does not know yet.
    at("-3:52", curl, "127.0.3.3", FIREFOX, NGINX + "/article/estuary-2/pdf")
    at("-3:40", curl, "127.0.3.3", FIREFOX, NGINX + "/search?q=dune")
    at("-3:36", curl, "127.0.3.3", FIREFOX, NGINX + "/search?q=dune")
    at("-3:30", curl, "127.0.9.9", EDGE, NGINX + "/article/estuary-9")
    at("-3:20", curl, "127.0.9.9", EDGE, APACHE + "/article/estuary-9/pdf")
    at("-3:13", curl, "127.0.9.9", EDGE, NGINX + "/article/estuary-7")
    at("-2:59", curl, "127.0.9.9", EDGE, NGINX + "/search", "--data", "q=dune")
    at("-2:57", curl, "127.0.9.9", EDGE, NGINX + "/search?p=2")
    at("-2:55", curl, "127.0.9.9", EDGE, APACHE + "/article/estuary-1", "--request", "OPTIONS")

    # Robots and noise.
    at("-2:45", crawl)
    at("-0:40", curl, "127.0.1.5", None, NGINX + "/article/estuary-1/pdf")
    at("-0:38", curl, "127.0.1.5", "", NGINX + "/article/estuary-1/pdf")
    at("-0:36", curl, "127.0.1.5", "Mozilla/5.0", APACHE + "/article/estuary-1/pdf")
    at("-0:34", lambda: subprocess.run(["wget", "-q", "-O", "/dev/null", "--no-proxy", NGINX + "/book/harbours.pdf"]))
    at("-0:32", raw, 8081, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n")
    at("-0:31", raw, 8082, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n")
    at("-0:30", raw, 8081, b"GET /article/estuary-1\r\n")
    headless: list[Browser] = []
    at("+1:45", lambda: headless.append(Browser()))
    at("+1:55", lambda: headless[0].open(NGINX + "/article/coast-1"))
    at("+2:05", lambda: headless[0].close())
    return sorted(steps, key=lambda step: step[0])


def main(moment: int) -> None:
    for offset, action in plan():
        # A third of a second past the full second, so that neighbours keep their distance in the log.
        time.sleep(max(0, moment + offset + 0.33 - time.time()))
        action()


if __name__ == "__main__":
    main(int(sys.argv[1]))
