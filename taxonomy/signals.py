"""What others may listen to."""

from django.dispatch import Signal

# Sent inside the transaction of a merge, before the merged topics are deleted. Arguments: `sources` (a list of
# topics), `target`. Whoever links topics other than through `TopicItem` points its links at `target`.
topics_merged = Signal()
