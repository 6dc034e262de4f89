"""Production starts complete and closed, or not at all."""

import json

import pytest

from tests.config.production import ENVIRONMENT, run

START = "import config.settings.production"
SHOW = "import json; from django.conf import settings; print(json.dumps([getattr(settings, name) for name in %r]))"
LOG_A_FORGERY = """
import django, logging
django.setup()
logging.getLogger("club").warning("Wrong name: %s", 'x\\n{"level": "INFO"}')
"""


def settings_of_production(*names, **variables):
    done = run("-c", SHOW % (list(names),), **variables)
    assert done.returncode == 0, done.stderr
    return dict(zip(names, json.loads(done.stdout), strict=True))


def test_everything_that_is_missing_is_named_at_once():
    done = run("-c", START, **dict.fromkeys(ENVIRONMENT))
    assert done.returncode != 0
    assert [name for name in ENVIRONMENT if f"{name}: " not in done.stderr] == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "short"),
        ("ALLOWED_HOSTS", ""),
        ("ALLOWED_HOSTS", "*"),
        ("SITE_URL", "club.example.org"),
        ("DATABASE_URL", ""),
        ("DATABASE_URL", "sqlite:///club.sqlite3"),
        ("REDIS_URL", ""),
        ("REDIS_URL", "memcached://redis:11211"),
        ("REDIS_URL", "redis://redis:6379/cache"),
        ("EMAIL_URL", "mail.example.org"),
        ("DEFAULT_FROM_EMAIL", ""),
        ("SEARCH_ELASTICSEARCH_URL", "https://search.example.org"),
        ("SEARCH_ELASTICSEARCH_URL", "search:9200"),
    ],
)
def test_a_value_that_cannot_work_is_refused_by_name(name, value):
    done = run("-c", START, **{name: value})
    assert done.returncode != 0
    assert f"{name}: " in done.stderr


def test_the_searchs_server_is_read_from_the_environment_and_may_be_missing():
    assert settings_of_production("SEARCH_ELASTICSEARCH") == {"SEARCH_ELASTICSEARCH": {}}
    given = settings_of_production(
        "SEARCH_ELASTICSEARCH",
        SEARCH_ELASTICSEARCH_URL="https://one.example.org:9200,https://two.example.org:9200",
        SEARCH_ELASTICSEARCH_API_KEY="key",
        SEARCH_ELASTICSEARCH_CA="/etc/ca.pem",
    )["SEARCH_ELASTICSEARCH"]
    assert given["urls"] == ["https://one.example.org:9200", "https://two.example.org:9200"]
    assert (given["api_key"], given["ca_certificate"], given["index"]) == ("key", "/etc/ca.pem", "club-search")


def test_a_site_with_that_server_feeds_it_by_the_clock():
    show = "import django; django.setup(); from core.jobs import periodic; print(*periodic.registered())"
    assert "search.feed" not in run("-c", show).stdout.split()
    assert "search.feed" in run("-c", show, SEARCH_ELASTICSEARCH_URL="http://127.0.0.1:1").stdout.split()


def test_a_refusal_shows_no_secret():
    assert ENVIRONMENT["SECRET_KEY"] not in run("-c", START, SITE_URL="").stderr


def test_djangos_own_deployment_check_finds_nothing():
    done = run("manage.py", "check", "--deploy", "--fail-level", "INFO")
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


def test_cookies_are_bound_to_this_host_and_to_encryption():
    names = settings_of_production("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME")
    assert [name for name in names.values() if not name.startswith("__Host-")] == []
    guards = settings_of_production("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY")
    assert set(guards.values()) == {True}


def test_the_cache_has_a_database_of_redis_to_itself():
    both = settings_of_production("REDIS_URL", "CACHES", REDIS_URL="rediss://:secret@redis:6380")
    assert both["REDIS_URL"] == "rediss://:secret@redis:6380/0"
    assert both["CACHES"]["default"]["LOCATION"] == "rediss://:secret@redis:6380/1"


def test_a_proxys_word_about_encryption_counts_only_when_asked_for():
    assert settings_of_production("SECURE_PROXY_SSL_HEADER") == {"SECURE_PROXY_SSL_HEADER": None}
    behind = settings_of_production("SECURE_PROXY_SSL_HEADER", BEHIND_TLS_PROXY="true")
    assert behind == {"SECURE_PROXY_SSL_HEADER": ["HTTP_X_FORWARDED_PROTO", "https"]}


def test_what_happens_all_the_time_is_not_logged():
    often = ("elastic_transport.transport", "celery.app.trace", "celery.beat", "celery.worker.strategy")
    logged = f"[name for name in {often} if logging.getLogger(name).isEnabledFor(logging.INFO)]"
    assert run("-c", f"import django, logging; django.setup(); print({logged})").stdout == "[]\n"


def test_a_forged_log_line_stays_inside_its_record():
    lines = run("-c", LOG_A_FORGERY).stdout.splitlines()
    assert len(lines) == 1
    assert json.loads(lines[0])["message"] == 'Wrong name: x\n{"level": "INFO"}'
