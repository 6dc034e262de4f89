from core.models.content_version import ContentVersion
from core.models.jobs import Job, PeriodicJob
from core.models.labelled import Labelled, LabelledQuerySet
from core.models.navigation import Navigation
from core.models.page_views import PageViews
from core.models.pages import BasePage
from core.models.settings import SiteSettings
from core.models.texts import PublishedTexts, RevisionTexts

__all__ = [
    "BasePage",
    "ContentVersion",
    "Job",
    "Labelled",
    "LabelledQuerySet",
    "Navigation",
    "PageViews",
    "PeriodicJob",
    "PublishedTexts",
    "RevisionTexts",
    "SiteSettings",
]
