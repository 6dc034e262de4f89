"""What a Celery worker holds when Redis goes away in the moment in which a task ends."""

import pytest
from django.utils.module_loading import import_string

pytestmark = pytest.mark.services


def test_a_message_that_redis_cannot_be_told_of_is_let_go_so_that_the_worker_asks_for_the_next(
    session_redis, settings, request
):
    settings.REDIS_URL = session_redis.url
    request.addfinalizer(session_redis.start)
    app = import_string("config.celery.app")
    task = app.tasks["core.jobs.run_wake"]
    with app.connection_for_read(transport_options={"max_retries": 0}) as connection:
        queue = connection.SimpleQueue("default")
        queue.channel.basic_qos(0, 1, False)
        app.send_task(task.name, args=["a test's"], queue="default")
        message = queue.get(timeout=10)
        held = task.Request(
            message, app=app, task=task, on_ack=message.ack_log_error, connection_errors=connection.connection_errors
        )
        assert not queue.channel.qos.can_consume()
        session_redis.stop()
        held.acknowledge()
        assert not message.acknowledged
        assert queue.channel.qos.can_consume()
        session_redis.start()
