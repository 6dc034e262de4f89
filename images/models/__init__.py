from images.models.images import CustomImage, Rendition
from images.models.social import SocialImageMixin

__all__ = ["CustomImage", "Rendition", "SocialImageMixin"]
