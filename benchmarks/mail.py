"""How fast mail leaves: `python -m tests.services postgres -- python -m benchmarks.mail`. Needs smtp-sink (postfix).

A Bulgarian newsletter of 28 kB to a local sink written in C: plain Django mail, and the outbox with its ledger on, in
one run. Then how long readers wait for pages meanwhile, and how long it takes to freeze a large audience. Arguments:
how many messages, how large an audience.
"""

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sites import ROOT
from tests.services.ports import free_port

SINK = "/usr/sbin/smtp-sink"
GOALS = {"base64": 6, "8BITMIME": 8}
# MJML writes a letter into one line; ours are folded.
LINES = ("long", "short")
SECONDS = 4  # while mail leaves
# As who runs it may start the worker for mail: `nice celery …`.
NICENESS = "10"
MOST_SECONDS = 30  # for a million
PROGRAM = str(Path(__file__).with_name("mailing_site.py"))


def main(messages=4000, audience=1_000_000):
    run_all(1, "prepare")
    plain = {(lines, number): plain_mail(number, messages // 4, lines) for lines in LINES for number in (1, 2)}
    for (lines, number), measured in plain.items():
        print(f"plain Django mail, {lines} lines, {number} processes: {measured}")
    for encoding, option in (("base64", ["-8"]), ("8BITMIME", [])):
        for workers in (1, 2, 4):
            measured = outbox(workers, messages, option)
            ratios = ", ".join(f"{measured.rate / each.rate:.1f}" for each in plain.values())
            goal = f" (goal: {GOALS[encoding]} ×)" if workers == 2 else ""
            print(f"outbox, {encoding}, {workers} workers: {measured}: {ratios} × these{goal}")
    alone, beside, nice = latency(messages)
    print(
        f"95 of 100 pages come within {alone:.1f} ms alone, {beside / alone:.2f} × that while two workers send, "
        f"{nice / alone:.2f} × while they do so at niceness {NICENESS} (goal: 1.2 ×)"
    )
    seconds = run_all(1, "freeze", str(audience))[0]["seconds"]
    print(f"an audience of {audience:,} frozen in {seconds:.1f} s (goal: {MOST_SECONDS} s for a million)")


@dataclass(frozen=True)
class Measured:
    """What some processes that ran at the same time did together."""

    messages: int
    reports: list

    @property
    def rate(self):
        """Messages a second between the first process that was ready and the last that ended."""
        ended, began = max(report["ended"] for report in self.reports), min(report["began"] for report in self.reports)
        return self.messages / (ended - began)

    def __str__(self):
        # What a busy machine doesn't change much.
        processor = sum(report["cpu"] for report in self.reports) / self.messages * 1000
        memory = max(report["pss"] for report in self.reports)
        return f"{self.rate:.0f}/s, {processor:.2f} ms of processor a message, {memory:.0f} MB a process"


def plain_mail(processes, messages, lines):
    with sink([]) as port:
        return Measured(messages, run_all(processes, "plain", str(messages // processes), lines, port=port))


def outbox(workers, messages, options):
    with sink(options) as port:
        run_all(1, "schedule", str(messages))
        return Measured(messages, run_all(workers, "deliver", port=port))


def latency(messages):
    """How long pages take alone, beside two workers that send, and beside nice ones: ms at the 95th percentile."""
    alone = run_all(1, "web", str(SECONDS))[0]["p95"]
    beside = []
    for niceness in ("0", NICENESS):
        with sink([]) as port, ThreadPoolExecutor() as pool:
            run_all(1, "schedule", str(messages * 6))
            sending = pool.submit(run_all, 2, "deliver", niceness, port=port)
            beside.append(run_all(1, "web", str(SECONDS))[0]["p95"])
            sending.result()
    return alone, *beside


def run_all(processes, *command, port=25):
    """The reports of some processes that do the same at the same time."""
    environment = os.environ | {"SINK_PORT": str(port)}
    running = [
        subprocess.Popen([sys.executable, PROGRAM, *command], cwd=ROOT, env=environment, stdout=subprocess.PIPE)
        for _process in range(processes)
    ]
    reports = [json.loads(process.communicate()[0] or "null") for process in running]
    if any(process.returncode for process in running):
        raise SystemExit(f"{command[0]} failed.")
    return reports


@contextmanager
def sink(options):
    """The port of a C sink that takes everything."""
    port = free_port()
    process = subprocess.Popen([SINK, "-u", "nobody", *options, f"127.0.0.1:{port}", "1000"])
    try:
        time.sleep(0.5)
        yield port
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
