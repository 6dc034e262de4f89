"""What docker-compose.yml and the Dockerfile say: the commands of the site's processes and their environment."""

import re

import yaml

from tests.config.tracked import ROOT

# The image's folder of the site, which here is the checkout.
APP = "/app"
# Those that the site asks; it finds them by these names.
SERVERS = ("db", "redis", "elasticsearch")


def services():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]


def command(name):
    """What the service runs: its own command, or the image's."""
    own = services()[name].get("command")
    return own or re.findall(r'"([^"]+)"', re.search(r"^CMD (.+)$", _dockerfile(), re.MULTILINE)[1])


def environment(addresses, given):
    """The environment of the site's processes as Compose makes it.

    `given` stands for .env and fills the gaps; `addresses` says where each of the SERVERS is found instead.
    """
    own = services()["web"]["environment"]
    filled = {name: re.sub(r"\$\{(\w+)[^}]*\}", lambda gap: given[gap[1]], value) for name, value in own.items()}
    return image_environment() | given | {name: _moved(value, addresses) for name, value in filled.items()}


def image_environment():
    """What the image sets for every process in it."""
    block = re.search(r"^ENV ((?:.*\\\n)*.*)$", _dockerfile(), re.MULTILINE)[1]
    return {name: value.replace(APP, str(ROOT)) for name, value in re.findall(r"(\w+)=(\S+)", block)}


def example():
    """The variables that .env.example hands out with a value or leaves for it; not those that it comments out."""
    lines = (ROOT / ".env.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if re.match(r"[A-Z_]+=", line))


def _moved(value, addresses):
    for name, address in addresses.items():
        value = re.sub(rf"(?<=[/@]){name}:\d+", address, value)
    return value


def _dockerfile():
    return (ROOT / "Dockerfile").read_text()
