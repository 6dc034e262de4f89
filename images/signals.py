"""What is drawn for a page goes with it."""

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_unpublished

from images import social
from images.models.social import PAGE


@receiver(page_unpublished, dispatch_uid="images.forget_unpublished")
@receiver(post_delete, sender=Page, dispatch_uid="images.forget_deleted")
def forget_drawing(sender, instance, **kwargs):
    social.forget(PAGE, instance.pk)
