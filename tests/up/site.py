"""The site's own processes as docker-compose.yml has them, for one machine without Docker."""

import os
import secrets
import shlex
import shutil
import ssl
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.services.errors import ServiceMissing
from tests.services.program import Program
from tests.up import compose

PROCESSES = ("web", "worker", "mailer", "beat")
LENGTH_OF_SECRET = 60


def given(folder, port, inbox_port):
    """What stands for .env: the values of its example, and those that only this machine knows."""
    certificate, key = certificate_of(folder)
    return compose.example() | {
        "SECRET_KEY": _secret_in(folder),
        "ALLOWED_HOSTS": "localhost",
        "SITE_URL": f"https://localhost:{port}",
        "EMAIL_URL": f"smtp://127.0.0.1:{inbox_port}",
        # Browsers would insist on TLS for whatever else is at localhost, too.
        "SECURE_HSTS_SECONDS": "0",
        "SERVE_MEDIA": "true",
        "VAR_DIR": str(folder / "site"),
        "GUNICORN_CMD_ARGS": shlex.join(
            ["--bind", f"127.0.0.1:{port}", "--certfile", str(certificate), "--keyfile", str(key)]
        ),
    }


def program(service, environment):
    """A service of docker-compose.yml as a Program."""
    return _program(compose.command(service), environment)


def planting(environment):
    """What fills the site with its demonstration: see `tests.up.plant`."""
    return _program(["python", "-m", "tests.up.plant"], environment)


def answers(port, folder):
    """Whether the site answers at this port, with the certificate in the folder."""
    trust = ssl.create_default_context(cafile=certificate_of(folder)[0])
    try:
        with urllib.request.urlopen(f"https://localhost:{port}/robots.txt", timeout=30, context=trust):
            return True
    except OSError:
        return False


def certificate_of(folder):
    """Where the site's certificate and its key lie."""
    return folder / "certificate.pem", folder / "key.pem"


def make_certificate(folder):
    """Make one for localhost, unless there is one; raises ServiceMissing without OpenSSL."""
    certificate, key = certificate_of(folder)
    if not certificate.exists():
        openssl = shutil.which("openssl")
        if openssl is None:
            raise ServiceMissing("OpenSSL is missing: apt-get install openssl")
        command = [
            *(openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
            *("-days", "3650", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
            *("-keyout", key, "-out", certificate),
        ]
        subprocess.run(command, check=True, capture_output=True)


def _secret_in(folder):
    """The same at each start, so that links in mail and logins stay good."""
    path = folder / "secret"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(LENGTH_OF_SECRET))
    return path.read_text()


def _program(command, environment):
    beside_python = Path(sys.executable).parent
    return Program(
        [str(beside_python / command[0]), *command[1:]],
        environment | {"PATH": os.pathsep.join([str(beside_python), os.environ["PATH"]])},
    )
