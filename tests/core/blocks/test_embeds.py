"""Videos wait for a click, and the server asks nobody about them."""

import socket

import pytest
from django.core.exceptions import ValidationError

from core.blocks.media import EmbedBlock
from core.embeds import EMBED_FRAME_HOSTS, find_video
from tests.home.factories import block

YOUTUBE = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0"
VIMEO = "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"


@pytest.mark.parametrize(
    ("url", "frame"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", YOUTUBE),
        ("https://www.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=42s", YOUTUBE),
        ("http://youtu.be/dQw4w9WgXcQ?si=abc", YOUTUBE),
        ("https://m.youtube.com/shorts/dQw4w9WgXcQ", YOUTUBE),
        ("https://www.youtube.com/live/dQw4w9WgXcQ", YOUTUBE),
        ("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", YOUTUBE),
        ("https://vimeo.com/76979871", VIMEO),
        ("https://player.vimeo.com/video/76979871", VIMEO),
        ("https://vimeo.com/76979871/0a1b2c3d4e", f"{VIMEO}&h=0a1b2c3d4e"),
    ],
)
def test_a_video_is_recognised_by_its_address(url, frame):
    assert find_video(url).frame_url == frame


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/video/1",
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://evil.example/?https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com@evil.example/watch?v=dQw4w9WgXcQ",
        'https://www.youtube.com/watch?v="onload=x',
        "https://www.youtube.com/watch?v=../../evil1",
        "https://www.youtube.com/",
        "https://vimeo.com/about",
        "javascript://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://[::1",
        "",
    ],
)
def test_other_addresses_are_no_videos(url):
    assert find_video(url) is None


def test_frames_come_only_from_the_hosts_of_the_policy(client, page_with):
    page = page_with(block("embed", {"url": "https://vimeo.com/76979871", "title": "Клубът"}))
    policy = client.get(page.url).headers["Content-Security-Policy"]
    frames = next(part for part in policy.split("; ") if part.startswith("frame-src"))
    assert frames.split()[1:] == list(EMBED_FRAME_HOSTS)


def test_a_page_with_a_video_has_a_link_and_no_frame(client, page_with):
    url = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    html = client.get(page_with(block("embed", {"url": url, "title": "Клубът"})).url).content.decode()
    assert f'<a href="{url}" rel="external noopener">Клубът' in html
    assert "<iframe" not in html
    assert "data-embed=" in html


def test_an_address_of_no_known_provider_is_only_a_link(client, page_with):
    url = "https://example.org/video/1"
    html = client.get(page_with(block("embed", {"url": url, "title": "Клубът"})).url).content.decode()
    assert f'<a href="{url}"' in html
    assert "data-embed" not in html


@pytest.mark.parametrize("host", ["169.254.169.254", "[::1]", "localhost", "127.0.0.1:5432", "www.youtube.com"])
def test_the_server_never_connects_to_an_address_that_an_editor_gave(client, page_with, monkeypatch, host):
    def refuse(self, address):
        raise AssertionError(f"connected to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    value = {"url": f"http://{host}/latest/meta-data/", "title": "Клубът"}
    EmbedBlock().clean(EmbedBlock().to_python(value))
    assert client.get(page_with(block("embed", value)).url).status_code == 200


@pytest.mark.parametrize("url", ["ftp://example.org/film.mp4", "javascript:alert(1)"])
def test_only_web_addresses_are_taken(url):
    with pytest.raises(ValidationError):
        EmbedBlock().clean(EmbedBlock().to_python({"url": url, "title": "Клубът"}))
