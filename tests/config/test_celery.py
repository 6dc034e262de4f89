"""Celery as production starts it; and web processes, which start without it."""

import json

from core.jobs.options import Options
from tests.config.production import run

SHOW = """
import json
from config.celery import app
names = ["task_time_limit", "task_soft_time_limit", "task_acks_late"]
names += ["accept_content", "task_serializer", "result_backend"]
print(json.dumps({name: app.conf[name] for name in names} | {"transport": app.conf.broker_transport_options}))
"""
WEB = """
import sys, threading
import config.wsgi
print("celery" in sys.modules, [thread.name for thread in threading.enumerate()])
"""


def configuration():
    done = run("-c", SHOW, PYTHONPATH=".:platform")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_job_ends_before_its_lease_and_its_lease_before_redis_hands_it_to_another():
    conf = configuration()
    limits = [conf["task_soft_time_limit"], conf["task_time_limit"], Options().lease]
    limits.append(conf["transport"]["visibility_timeout"])
    assert limits == sorted(set(limits))


def test_messages_are_json_and_results_stay_in_the_database():
    conf = configuration()
    assert (conf["accept_content"], conf["task_serializer"], conf["result_backend"]) == (["json"], "json", None)
    assert conf["task_acks_late"] is True


def test_a_web_process_starts_without_celery_and_without_a_thread_for_jobs():
    done = run("-c", WEB, PYTHONPATH=".:platform")
    assert done.stdout.strip() == "False ['MainThread']", done.stderr
