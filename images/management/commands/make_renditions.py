"""Make the pictures of all images before readers ask for them."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from images.models import CustomImage
from images.presets import PRESETS
from images.services import make_renditions


class Command(BaseCommand):
    help = "Makes every rendition that is missing. Can be stopped and started again at any time."

    def add_arguments(self, parser):
        parser.add_argument("--presets", nargs="+", choices=sorted(PRESETS), default=list(PRESETS), metavar="PRESET")
        parser.add_argument("--from-id", type=int, default=0, help="Begin at this image.")

    def handle(self, *, presets, from_id, **options):
        images = CustomImage.objects.filter(pk__gte=from_id).order_by("pk")
        total, made, failed, started = images.count(), 0, [], timezone.now()
        for number, image in enumerate(images.iterator(chunk_size=100), start=1):
            try:
                new = make_renditions(image, presets)
            except (OSError, ValueError) as error:
                failed.append(image.pk)
                self.stderr.write(f"{number}/{total} image {image.pk}: {error}")
                continue
            made += new
            self.stdout.write(f"{number}/{total} image {image.pk}: {new} made")
        seconds = (timezone.now() - started).total_seconds()
        self.stdout.write(f"{made} renditions made for {total} images in {seconds:.1f} s.")
        if failed:
            self.stderr.write(f"{len(failed)} images could not be read: {', '.join(map(str, failed))}")
