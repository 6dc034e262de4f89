"""Keeps messages in a list of this process. For tests."""

from mailing.transports.base import NOT_BEGUN, SENT, Transport

outbox = []


class MemoryTransport(Transport):
    eight_bit = True

    def open(self):
        pass

    def carry(self, envelopes, *, may_begin):
        answers = []
        for envelope in envelopes:
            if not may_begin():
                answers.append(NOT_BEGUN)
                continue
            outbox.append(envelope)
            answers.append(SENT)
        return answers

    def arrived(self, message_ids):
        return {envelope.message_id for envelope in outbox} & set(message_ids)
