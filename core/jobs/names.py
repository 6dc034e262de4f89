"""The names of the foundation's own periodic jobs."""

SWEEP = "sweep"
PUBLISH_SCHEDULED = "publish_scheduled"
PURGE_REVISIONS = "purge_revisions"
CLEAR_SESSIONS = "clear_sessions"
