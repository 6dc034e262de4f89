"""What one reader gets, compressed for them alone."""

import gzip

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from core.middleware.compression import SHORTEST, CompressForOneMiddleware

TEXT = "Социалните иноватори на София. ".encode() * 40


def answer(response, accepted="gzip, deflate, br"):
    request = RequestFactory().get("/bg/", headers={"accept-encoding": accepted})
    return CompressForOneMiddleware(lambda request: response)(request)


def test_a_page_is_compressed_for_who_takes_gzip():
    response = answer(HttpResponse(TEXT))
    assert response["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content) == TEXT
    assert int(response["Content-Length"]) == len(response.content) < len(TEXT)


def test_who_takes_no_gzip_gets_it_as_it_is_and_caches_know_of_both():
    response = answer(HttpResponse(TEXT), accepted="br")
    assert (response.content, response.has_header("Content-Encoding")) == (TEXT, False)
    assert response["Vary"] == answer(HttpResponse(TEXT))["Vary"] == "Accept-Encoding"


def test_the_length_tells_nothing_of_what_a_page_says():
    # BREACH: who has others ask for a page measures by a byte whether a guess is in it.
    assert len({len(answer(HttpResponse(TEXT)).content) for _time in range(50)}) > 5


def test_a_strong_etag_becomes_weak():
    assert answer(HttpResponse(TEXT, headers={"ETag": '"a"'}))["ETag"] == 'W/"a"'
    assert answer(HttpResponse(TEXT, headers={"ETag": 'W/"a"'}))["ETag"] == 'W/"a"'


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse(TEXT[: SHORTEST - 1]),
        HttpResponse(TEXT, headers={"Content-Encoding": "br"}),
        HttpResponse(bytes(range(256))),  # would only grow
    ],
    ids=["short", "compressed already", "dense"],
)
def test_what_would_not_become_shorter_stays_as_it_is(response):
    before = response.content
    assert answer(response).content == before


def test_a_stream_is_compressed_as_it_goes():
    response = answer(StreamingHttpResponse(iter([TEXT, TEXT])))
    assert gzip.decompress(b"".join(response.streaming_content)) == TEXT * 2
