"""Who logs in to the admin is met in the language of their browser; no other page asks for it."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/password_reset/", "/admin/password_reset/done/"])
@pytest.mark.parametrize(
    ("accepted", "language"), [("en-GB,en;q=0.9,bg;q=0.5", "en"), ("bg,en;q=0.5", "bg"), ("de", "bg"), ("", "bg")]
)
def test_the_pages_before_the_login_follow_the_browser(client, site, path, accepted, language):
    response = client.get(path, headers={"accept-language": accepted})
    assert response.status_code == 200
    assert f'lang="{language}"' in response.content.decode()
    assert response.headers["Content-Language"] == language
    assert "Accept-Language" in response.headers["Vary"]


@pytest.mark.parametrize("path", ["/bg/", "/en/"])
def test_public_pages_do_not(client, site, path):
    response = client.get(path, headers={"accept-language": "bg" if path == "/en/" else "en"})
    assert response.headers["Content-Language"] == path.strip("/")
    assert "Accept-Language" not in response.headers["Vary"]
