"""Questions about images and their renditions."""

from wagtail.images import get_image_model

from core.cache import remember_each
from images.presets import filter_specs


def shared_images(ids, preset):
    """Images by id, their renditions for `preset` at hand. Other pages have the same: callers don't change them."""

    def fetch(missing):
        images = get_image_model().objects.in_bulk(missing)
        prefetch_pictures(images.values(), preset)
        return images

    return remember_each(f"images:{preset}", ids, fetch)


def prefetch_pictures(images, *presets):
    """Give each of `images` its renditions for `presets`, all in one query. Empty places (None) are passed over.

    Afterwards `{% picture %}` asks the database nothing for these images, as long as their renditions have been made.
    """
    images = [image for image in images if image]
    if not images:
        return
    specs = {spec for image in images for name in presets for spec in filter_specs(name, image)}
    renditions = {}
    model = images[0].get_rendition_model()
    for rendition in model.objects.filter(image__in={image.pk for image in images}, filter_spec__in=specs):
        renditions.setdefault(rendition.image_id, []).append(rendition)
    for image in images:
        image.prefetched_renditions = list(renditions.get(image.pk, []))
