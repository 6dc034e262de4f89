import time

import pytest

from core.protection import Stamp
from tests.home.factories import FormPageFactory


@pytest.fixture
def form_page(home_bg):
    return FormPageFactory(parent=home_bg)


@pytest.fixture
def answers(form_page):
    """What a person sends a minute after the page opened."""
    return {
        "form_stamp": Stamp(form_page.form_purpose).make(at=time.time() - 60),
        "your_homepage": "",
        "name": "Мария Иванова",
        "email": "maria@example.org",
        "subject": "Идея",
        "message": "Имам идея.\nЗа трапеза.",
    }
