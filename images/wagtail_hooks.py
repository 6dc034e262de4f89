from wagtail import hooks

from images.encoding import QuickFormatOperation


@hooks.register("register_image_operations", order=1)
def write_formats_our_way():
    """After Wagtail's own, so that it takes the place of its "format"."""
    return [("format", QuickFormatOperation)]
