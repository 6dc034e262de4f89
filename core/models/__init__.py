from core.models.content_version import ContentVersion
from core.models.labelled import Labelled, LabelledQuerySet
from core.models.navigation import Navigation
from core.models.pages import BasePage
from core.models.settings import SiteSettings

__all__ = ["BasePage", "ContentVersion", "Labelled", "LabelledQuerySet", "Navigation", "SiteSettings"]
