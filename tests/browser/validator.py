"""The Nu HTML checker, which `make test-all` installs under var/tools."""

import json
import os
import subprocess

from tests.config.tracked import ROOT

JAR = ROOT / "var" / "tools" / "vnu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


# Safari forgets that a list without bullets is a list unless its role says so.
NOT_A_FAULT = "The “list” role is unnecessary for element “(ul|ol)”\\."


def messages(files):
    """Every error and warning about `files`, as readable lines."""
    command = [
        "java",
        "-Xss2m",
        "-jar",
        os.environ.get("VNU_JAR", JAR),
        "--format",
        "json",
        "--exit-zero-always",
        "--filterpattern",
        NOT_A_FAULT,
        *files,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        f"{message.get('url', '').rpartition('/')[2]}:{message.get('lastLine')} {message['message']} "
        f"{message.get('extract', '')!r}"
        for message in json.loads(done.stdout or done.stderr)["messages"]
        if message["type"] == "error" or message.get("subType") == "warning"
    ]
