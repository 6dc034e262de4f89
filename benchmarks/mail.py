"""How fast mail leaves: `python -m tests.services postgres -- python -m benchmarks.mail`. Needs smtp-sink (postfix).

A Bulgarian message of 28 kB to a local sink written in C: plain Django mail, and the outbox with its ledger on, in one
run. Then how long it takes to freeze a large audience. Arguments: how many messages, how large an audience.
"""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from benchmarks.sites import ROOT
from tests.services.ports import free_port

SINK = "/usr/sbin/smtp-sink"
GOALS = {"base64": 6, "8BITMIME": 8}
MOST_MEMORY = 150  # MB of a worker
MOST_SECONDS = 30  # for a million
PROGRAM = str(Path(__file__).with_name("mailing_site.py"))


def main(messages=4000, audience=1_000_000):
    run_all(1, "prepare")
    plain = {number: plain_rate(number, messages) for number in (1, 2)}
    print(f"plain Django mail: {plain[1]:.0f}/s with 1 process, {plain[2]:.0f}/s with 2")
    for encoding, option in (("base64", ["-8"]), ("8BITMIME", [])):
        for workers in (1, 2, 4):
            rate, memory = outbox_rate(workers, messages, option)
            ratios = f"{rate / plain[1]:.1f} × plain with 1 process, {rate / plain[2]:.1f} × with 2"
            goal = f" (goal: {GOALS[encoding]} ×)" if workers == 2 else ""
            print(f"outbox, {encoding}, {workers} workers: {rate:.0f}/s, {ratios}{goal}; {memory:.0f} MB a worker")
    seconds = run_all(1, "freeze", str(audience))[0]["seconds"]
    print(f"an audience of {audience:,} frozen in {seconds:.1f} s (goal: {MOST_SECONDS} s for a million)")


def plain_rate(processes, messages):
    # A quarter of them: it takes long enough.
    with sink([]) as port:
        return rate(run_all(processes, "plain", str(messages // processes // 4), port=port), messages // 4)


def outbox_rate(workers, messages, options):
    with sink(options) as port:
        run_all(1, "schedule", str(messages))
        reports = run_all(workers, "deliver", port=port)
        return rate(reports, messages), max(report["pss"] for report in reports)


def rate(reports, messages):
    """Messages a second between the first process that was ready and the last that ended."""
    return messages / (max(report["ended"] for report in reports) - min(report["began"] for report in reports))


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
