"""How Celery's worker holds a message while it works on it."""

from celery import Task
from celery.worker.request import Request
from kombu.transport.virtual import QoS


class LettingGo(Request):
    """Lets go of a message also where the broker can't be told that it was dealt with.

    Kombu would count it as held for ever. A worker that holds all it may asks the broker for nothing any more, and so
    never notices that its connection is gone: it would stay deaf once the broker is back.
    """

    def acknowledge(self):
        super().acknowledge()
        if not self.message.acknowledged:
            QoS.ack(self.message.channel.qos, self.message.delivery_tag)


class TaskLettingGo(Task):
    """What all tasks are made of: see `LettingGo`."""

    Request = LettingGo
