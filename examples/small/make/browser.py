"""A real Chromium, led by hand over its debugging pipe; nothing but the standard library."""

import json
import os
import subprocess
import tempfile
import time


class Browser:
    """One window. Its user agent is the one given, or Chromium's own headless one."""

    def __init__(self, agent: str | None = None):
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        command = [
            "chromium",
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--remote-debugging-pipe",
            "--user-data-dir=" + self._profile.name,
        ]
        if agent:
            command.append("--user-agent=" + agent)
        orders_out, self._orders = os.pipe()
        self._answers, answers_in = os.pipe()

        def pipes() -> None:
            # Chromium reads orders from descriptor 3 and answers on 4.
            first, second = os.dup(orders_out), os.dup(answers_in)
            os.dup2(first, 3)
            os.dup2(second, 4)

        self._process = subprocess.Popen(
            [*command, "about:blank"], preexec_fn=pipes, close_fds=False, stderr=subprocess.DEVNULL
        )
        os.close(orders_out)
        os.close(answers_in)
        self._buffer = b""
        self._last = 0
        targets = self._call("Target.getTargets")["targetInfos"]
        window = next(t["targetId"] for t in targets if t["type"] == "page")
        self._session = None
        self._session = self._call("Target.attachToTarget", targetId=window, flatten=True)["sessionId"]

    def _call(self, method: str, **params: object) -> dict:
        self._last += 1
        order = {"id": self._last, "method": method, "params": params}
        if getattr(self, "_session", None):
            order["sessionId"] = self._session
        os.write(self._orders, json.dumps(order).encode() + b"\0")
        while True:
            while b"\0" not in self._buffer:
                self._buffer += os.read(self._answers, 65536)
            message, self._buffer = self._buffer.split(b"\0", 1)
            answer = json.loads(message)
            if answer.get("id") == self._last:
                return answer.get("result", {})

    def script(self, text: str) -> None:
        self._call("Runtime.evaluate", expression=text, userGesture=True)

    def open(self, url: str) -> None:
        self._call("Page.navigate", url=url)

    def click(self, href: str) -> None:
        """Clicks the page's first link to this address."""
        self.script(f"""document.querySelector('a[href="{href}"]').click()""")

    def search(self, words: str) -> None:
        """Fills the search form and sends it."""
        self.script(f"document.querySelector('input').value = {json.dumps(words)};document.querySelector('button').click()")

    def reload(self) -> None:
        self._call("Page.reload")

    def close(self) -> None:
        self._call("Browser.close")
        self._process.wait(timeout=20)
        time.sleep(0.5)
        self._profile.cleanup()
