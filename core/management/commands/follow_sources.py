"""Repair: bring what isn't text of every published page to its translations."""

from django.apps import apps
from django.core.management.base import BaseCommand

from core.languages.following import follow_source
from core.models import BasePage

BATCH = 200


class Command(BaseCommand):
    help = (
        "Bring topics, dates, authors, pictures and whatever else isn't text of published pages to their translations."
    )

    def handle(self, *args, **options):
        for model in apps.get_models():
            if issubclass(model, BasePage) and model.followed_fields:
                self.follow_model(model)

    def follow_model(self, model):
        seen = changed = last = 0
        pages = model._default_manager.filter(live=True, alias_of__isnull=True).order_by("pk")
        while batch := list(pages.filter(pk__gt=last)[:BATCH]):
            changed += sum(len(follow_source(page)) for page in batch)
            seen, last = seen + len(batch), batch[-1].pk
            self.stdout.write(f"{model._meta.label}: {seen} looked at, {changed} changed")
