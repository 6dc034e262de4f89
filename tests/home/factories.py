"""Pages with text and forms, for tests."""

import uuid

from home.models import FormField, FormPage
from tests.core.factories import PageFactory

FIELDS = (
    {"clean_name": "name", "label": "Вашето име", "field_type": "singleline", "required": False},
    {"clean_name": "email", "label": "Имейл", "field_type": "email", "help_text": "На него ще отговорим."},
    {
        "clean_name": "subject",
        "label": "Тема",
        "field_type": "dropdown",
        "required": False,
        "choices": "Идея\nВъпрос",
    },
    {"clean_name": "message", "label": "Какво искате да ни кажете", "field_type": "multiline"},
)


class FormPageFactory(PageFactory):
    """A contact form with a name, an e-mail address, a subject and a message."""

    class Meta:
        model = FormPage

    title = "Пишете ни"
    slug = "pishete-ni"
    lead = "Разкажете ни."
    thank_you = "<p>Благодарим ви, писмото ви пристигна.</p>"
    to_address = "club@example.org"
    subject = "Писмо от сайта"

    @classmethod
    def _create(cls, model_class, *args, fields=FIELDS, **kwargs):
        page = super()._create(model_class, *args, **kwargs)
        for number, field in enumerate(fields):
            FormField.objects.create(page=page, locale=page.locale, sort_order=number, **field)
        page = FormPage.objects.get(pk=page.pk)
        page.save_revision(clean=False)
        return page


def block(kind, value):
    """One block as it lies in the database."""
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def item(value):
    """One item of a list in a block, as it lies in the database."""
    return {"type": "item", "value": value, "id": str(uuid.uuid4())}
