"""Every test writes its files into a folder of its own."""

import pytest


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.DRAWINGS_DIR = tmp_path / "drawings"
    return tmp_path / "media"
