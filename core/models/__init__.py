from core.models.navigation import Navigation
from core.models.pages import BasePage
from core.models.settings import SiteSettings

__all__ = ["BasePage", "Navigation", "SiteSettings"]
