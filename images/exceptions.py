"""Why a file can't become an image of the site."""

from django.utils.translation import gettext_lazy as _


class UnusableImage(Exception):
    """A file that isn't taken; `message` tells an editor why and what to do instead."""

    code = "invalid_image"
    message = _("This file is not an image that can be read. It may be damaged.")

    def __init__(self, **params):
        self.params = params
        super().__init__(self.code)

    def __str__(self):
        return str(self.message) % self.params


class UnknownFormat(UnusableImage):
    code = "unknown_format"
    message = _("This file is not a picture of a kind that is accepted. Accepted are: %(formats)s.")


class FileTooLarge(UnusableImage):
    code = "file_too_large"
    message = _("This file has %(size)s; at most %(limit)s are accepted. Save the picture smaller and upload it again.")


class TooManyPixels(UnusableImage):
    code = "too_many_pixels"
    message = _(
        "This picture is too large: at most %(limit)d million pixels and %(side)d pixels on a side are accepted. "
        "Scale it down and upload it again."
    )


class Animated(UnusableImage):
    code = "animated"
    message = _("Moving pictures are not accepted. Upload one still picture, or embed a video.")
