"""docker-compose.yml and Dockerfile say what the site needs, and nothing that is not there."""

import re

import pytest
import yaml

from search.engines.elasticsearch.connection import CLIENT_VERSION
from tests.config.production import ENVIRONMENT
from tests.config.tracked import ROOT, tracked_files
from tests.services import elasticsearch


@pytest.fixture(scope="module")
def services():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]


def test_the_site_waits_for_its_database_and_for_its_migrations(services):
    assert services["web"]["depends_on"] == {
        "db": {"condition": "service_healthy"},
        "migrate": {"condition": "service_completed_successfully"},
    }
    assert "healthcheck" in services["db"]
    assert services["migrate"]["command"][:3] == ["python", "manage.py", "migrate"]


def test_the_site_and_its_database_agree_on_who_logs_in(services):
    user, name = (services["db"]["environment"][f"POSTGRES_{part}"] for part in ("USER", "DB"))
    for service in ("web", "worker", "beat", "migrate"):
        assert (
            services[service]["environment"]["DATABASE_URL"]
            == f"postgres://{user}:${{POSTGRES_PASSWORD:?}}@db:5432/{name}"
        )


def test_workers_wait_for_what_they_need_and_the_site_does_not_wait_for_redis(services):
    for name in ("worker", "mailer", "beat"):
        assert set(services[name]["depends_on"]) == {"db", "redis", "migrate"}
        assert services[name]["healthcheck"]["test"] == ["CMD", "python", "manage.py", "check_workers"]
    assert "redis" not in services["web"]["depends_on"]
    assert "healthcheck" in services["redis"]


def test_worker_and_beat_run_the_sites_own_celery(services):
    for name in ("worker", "mailer", "beat"):
        assert services[name]["command"][:4] == ["celery", "-A", "config", "beat" if name == "beat" else "worker"]
        assert services[name]["environment"] == services["web"]["environment"]


def test_each_queue_has_a_worker(services):
    queues = [services[name]["command"][services[name]["command"].index("-Q") + 1] for name in ("worker", "mailer")]
    assert queues == ["default", "mail"]


def test_there_is_one_beat_and_redis_keeps_what_it_was_given(services):
    assert "deploy" not in services["beat"]
    assert services["redis"]["command"][:3] == ["redis-server", "--appendonly", "yes"]
    assert services["redis"]["volumes"] == ["broker:/data"]


def test_a_worker_reads_and_writes_the_same_files_as_the_site(services):
    # The search index is asked and kept up by those who serve alone.
    assert {*services["worker"]["volumes"], "search:/app/var/search"} == set(services["web"]["volumes"])


def test_elasticsearch_is_the_server_of_the_tests_behind_a_password_that_the_site_knows(services):
    server, site = services["elasticsearch"], services["web"]["environment"]
    assert server["image"] == f"elasticsearch:{elasticsearch.VERSION}"
    assert server["environment"]["xpack.security.enabled"] == "true"
    assert server["environment"]["ELASTIC_PASSWORD"] == site["SEARCH_ELASTICSEARCH_PASSWORD"]
    assert site["SEARCH_ELASTICSEARCH_USER"] == "elastic"
    assert "$$ELASTIC_PASSWORD" in server["healthcheck"]["test"][1]
    assert server["volumes"] == ["elasticsearch:/usr/share/elasticsearch/data"]
    assert "ports" not in server


def test_the_client_speaks_the_language_of_the_server():
    assert CLIENT_VERSION.split(".")[0] == elasticsearch.VERSION.split(".")[0]


def test_nothing_waits_for_elasticsearch(services):
    assert [name for name, service in services.items() if "elasticsearch" in service.get("depends_on", ())] == []


def test_the_inbox_is_for_developers_alone_and_reached_from_this_machine_only(services):
    assert services["mailpit"]["profiles"] == ["dev"]
    assert services["mailpit"]["ports"] == ["127.0.0.1:8025:8025"]
    assert [name for name, service in services.items() if "profiles" in service] == ["mailpit"]


def test_no_secret_is_written_into_the_file(services):
    assert "change-me" not in (ROOT / "docker-compose.yml").read_text()
    bought = ("db", "redis", "elasticsearch", "mailpit")
    assert {service.get("env_file") for name, service in services.items() if name not in bought} == {".env"}


def test_every_volume_of_the_site_is_one_that_the_image_prepares(services):
    dockerfile = (ROOT / "Dockerfile").read_text()
    folders = {volume.split(":")[1] for volume in services["web"]["volumes"]}
    assert folders == set(re.findall(r'"(/app/[^"]+)"', re.search(r"^VOLUME (.*)$", dockerfile, re.MULTILINE)[1]))
    assert all(folder.removeprefix("/app/") in dockerfile for folder in folders)


def test_the_image_is_built_with_every_variable_that_production_needs():
    dockerfile = (ROOT / "Dockerfile").read_text()
    assert [name for name in ENVIRONMENT if f"{name}=" not in dockerfile] == []


def test_the_image_runs_as_nobody_special_and_keeps_secrets_out():
    assert re.search(r"^USER (?!root)", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    assert {".env", ".git", "var"} <= set((ROOT / ".dockerignore").read_text().split())


def test_every_file_that_the_image_copies_by_name_exists():
    copied = re.findall(r"^COPY (.+) \S+$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    names = {name for line in copied for name in line.split() if name != "."}
    assert names <= {str(path.relative_to(ROOT)) for path in tracked_files("*.txt")}
