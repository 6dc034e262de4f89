"""The input that pages have for topics."""

from django.urls import reverse
from wagtail.admin.widgets import AdminTagWidget


class TopicWidget(AdminTagWidget):
    """Suggests topics by their labels in every language."""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-w-tag-url-value"] = reverse("topics:autocomplete")
        return context
