"""Two web processes, each with pages of its own and a Redis between them, never show a page from before a change."""

import http.client
import os
import re
import subprocess
import sys
import time

import pytest
from django.db import connection
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from wagtail.models import Page

from core.models import SiteSettings
from home.models import StandardPage
from tests.config.production import environment
from tests.config.tracked import ROOT
from tests.core.factories import StandardPageFactory, plant_site, translate
from tests.services import redis
from tests.services.ports import free_port

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

# The same ones each time; whoever asks for a number gets others.
ASKED_FOR = os.environ.get("SEQUENCES")
SEQUENCES = int(ASKED_FOR or 200)
STEPS = 8
SECONDS_TO_START = 60
HEADERS = {"Host": "club.example.org", "X-Forwarded-Proto": "https", "Accept-Encoding": "identity"}
SLUGS = ["edno", "dve", "tri"]
TITLES = st.sampled_from(["Първо", "Второ", "Трето", "Четвърто"])
PLACES = st.integers(0, len(SLUGS) - 1)


class Process:
    """One gunicorn with one worker, asked over one connection; it remembers what it got, as a browser does."""

    def __init__(self, variables):
        self._port = free_port()
        command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{self._port}", "--workers", "1"]
        self._process = subprocess.Popen(command, cwd=ROOT, env=variables)
        self._kept = {}
        self._wait()
        self._connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)

    def get(self, path):
        """The status, and the text that a browser would show: its own when the answer is 304."""
        tag, text = self._kept.get(path, (None, ""))
        headers = HEADERS | ({"If-None-Match": tag} if tag else {})
        try:
            self._connection.request("GET", path, headers=headers)
            response = self._connection.getresponse()
        except (http.client.RemoteDisconnected, ConnectionError):  # gunicorn keeps an idle connection for two seconds
            self._connection.close()
            self._connection.request("GET", path, headers=headers)
            response = self._connection.getresponse()
        body = response.read().decode()
        if response.status == 304:
            return 200, text
        if response.status == 200:
            assert response.headers["ETag"]
            self._kept[path] = (response.headers["ETag"], body)
        return response.status, body

    def stop(self):
        self._process.terminate()
        self._process.wait(timeout=60)

    def _wait(self):
        deadline = time.monotonic() + SECONDS_TO_START
        while True:
            probe = http.client.HTTPConnection("127.0.0.1", self._port, timeout=5)
            try:
                probe.request("GET", "/robots.txt", headers=HEADERS)
                probe.getresponse().read()
            except OSError:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise
                time.sleep(0.2)
            else:
                return
            finally:
                probe.close()


@pytest.fixture
def processes(tmp_path):
    """Two processes of the site on the database of this test."""
    databases = os.environ["DATABASE_URL"].rpartition("/")[0]
    with redis.server() as server:
        variables = environment(
            DATABASE_URL=f"{databases}/{connection.settings_dict['NAME']}",
            REDIS_URL=server.url,
            BEHIND_TLS_PROXY="true",
            VAR_DIR=str(tmp_path),
        )
        for command in (["compile_catalogues"], ["collectstatic", "--noinput"]):
            subprocess.run(
                [sys.executable, "manage.py", *command, "--verbosity", "0"], cwd=ROOT, env=variables, check=True
            )
        running = [Process(variables), Process(variables)]
        yield running
        for process in running:
            process.stop()


class Site(RuleBasedStateMachine):
    """What editors do, and what readers must then see. `pages` says under which slug which title is published."""

    processes = []

    def __init__(self):
        super().__init__()
        self.home = plant_site()
        translate(self.home, "en", {self.home.title: "Home"})
        SiteSettings.ensure_rows()
        self.name = "Клуб"
        self.rename_site(self.name)
        self.rows = [
            StandardPageFactory(parent=self.home, title="Първо", slug=slug, lead=f"Страница {slug}").pk
            for slug in SLUGS
        ]
        self.visited = {"/bg/"}
        self.looks = 0

    def page(self, place):
        return StandardPage.objects.get(pk=self.rows[place])

    @rule(place=PLACES, title=TITLES)
    def publish(self, place, title):
        page = self.page(place)
        page.title = title
        page.save_revision().publish()

    @rule(place=PLACES, title=TITLES)
    def save_a_draft(self, place, title):
        page = self.page(place)
        page.title = f"Чернова: {title}"
        page.save_revision()

    @rule(place=PLACES)
    def unpublish(self, place):
        self.page(place).unpublish()

    @rule(place=PLACES, number=st.integers(0, 3))
    def change_the_address(self, place, number):
        page = self.page(place)
        page.slug = f"{SLUGS[place]}-{number}"
        page.save_revision().publish()

    @rule(place=PLACES, below=PLACES)
    def move(self, place, below):
        page, target = self.page(place), self.page(below)
        if place != below and not target.is_descendant_of(page):
            page.move(Page.objects.get(pk=target.pk), "last-child")

    @rule(place=PLACES)
    def move_up(self, place):
        self.page(place).move(Page.objects.get(pk=self.home.pk), "last-child")

    @rule(name=st.sampled_from(["Клуб", "Друг клуб", "Трети клуб"]))
    def rename_site(self, name):
        settings = SiteSettings.objects.get(language="bg")
        settings.name = self.name = name
        settings.save()

    @rule(place=PLACES, title=st.sampled_from(["First", "Second"]))
    def translate(self, place, title):
        page = self.page(place)
        if page.depth == self.home.depth + 1 and not page.get_translations().exists():
            translate(page, "en", {page.title: title})

    @rule(place=PLACES)
    def unpublish_the_translation(self, place):
        for translation in self.page(place).get_translations():
            translation.unpublish()

    @rule()
    def read_everything(self):
        """So that both processes have something old to show."""
        for process in self.processes:
            for path in self.visited:
                process.get(path)

    @invariant()
    def nobody_sees_what_was_before(self):
        published = {page.get_url(): page for page in StandardPage.objects.live()}
        self.visited |= set(published)
        self.looks += 1  # each address in the other process than at the last step
        for number, path in enumerate(sorted(self.visited), self.looks):
            self._look(self.processes[number % 2], path, published.get(path))

    def _look(self, process, path, page):
        status, text = process.get(path)
        if page is None and path != "/bg/":
            assert status in (301, 302, 404), path
            return
        assert status == 200, path
        if page is not None:
            assert f"<h1>{page.title}</h1>" in " ".join(text.split()), (path, page.title)
        if path.startswith("/bg/"):
            assert f"<span>{self.name}</span>" in text, (path, self.name)
        if page is not None and path.startswith("/bg/"):
            english = page.get_translations().live().first()
            links = re.findall(r'<link rel="alternate" hreflang="en" href="([^"]*)"', text)
            assert links == ([f"https://club.example.org{english.get_url()}"] if english else []), path


def test_no_process_shows_a_page_from_before_the_answer_to_a_change(processes):
    Site.processes = processes
    options = settings(
        max_examples=SEQUENCES,
        stateful_step_count=STEPS,
        deadline=None,
        derandomize=not ASKED_FOR,
        phases=[Phase.generate],  # each step asks real processes: making a failure smaller would take long
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Site, settings=options)
