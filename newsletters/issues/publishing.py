"""What was sent stands in the web archive."""

import logging

from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.models import Page, Revision

from newsletters.models.issues import Issue

logger = logging.getLogger(__name__)


def publish_archive(issue_id):
    """Publish the frozen revision of each language of an issue that is leaving; what is live already stays as it is."""
    issue = Issue.objects.get(pk=issue_id)
    revisions = Revision.objects.in_bulk(issue.revisions.values())
    for language, revision_id in sorted(issue.revisions.items()):
        revision = revisions.get(revision_id)
        page = Page.objects.filter(translation_key=issue.key, locale__language_code=language).first()
        if page is None or page.live or revision is None:
            continue
        try:
            revision.as_object().publish(revision)
        except PublishPagePermissionError as refused:
            logger.warning("Issue %s isn't in the archive in %s: %s", issue.key, language, refused)
