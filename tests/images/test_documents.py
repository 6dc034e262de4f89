"""Documents: few kinds, handed out as downloads, and only to those who may have them."""

import pytest
from django.core.files.base import ContentFile
from django.urls import Resolver404, resolve, reverse
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from tests.images.files import upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    return get_document_model().objects.create(title="Доклад", file=ContentFile(b"%PDF-1.7 report", name="doklad.pdf"))


def test_a_document_is_a_download_that_no_browser_runs(client, document):
    response = client.get(document.url)

    assert response.status_code == 200
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'"


@pytest.mark.parametrize("restriction", [CollectionViewRestriction.LOGIN, CollectionViewRestriction.PASSWORD])
def test_a_private_document_is_not_handed_out(client, document, restriction):  # 17
    collection = Collection.get_first_root_node().add_child(name="Вътрешни")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=restriction, password="sesame")
    document.collection = collection
    document.save()

    response = client.get(document.url)

    assert b"report" not in response.getvalue()
    assert "Content-Disposition" not in response.headers


@pytest.mark.parametrize("folder", ["documents", "original_images", "wagtail_uploads", "social"])
def test_no_file_is_handed_out_past_the_view_that_knows_its_readers(client, folder):  # 17
    assert resolve("/media/images/photo.jpg").func.__name__ == "serve"

    assert client.get(f"/media/{folder}/secret.pdf").status_code == 404
    assert client.get(f"/media/images/../{folder}/secret.pdf").status_code == 400
    with pytest.raises(Resolver404):
        resolve(f"/media/{folder}/secret.pdf")


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "tool.exe", "macro.docm", "report.pdf.html"])
def test_other_kinds_of_documents_are_refused(admin_client, name):  # 36
    admin_client.post(reverse("wagtaildocs:add"), {"title": "x", "file": upload(b"<script>", name)})

    assert not get_document_model().objects.exists()


def test_a_report_is_taken(admin_client):
    admin_client.post(reverse("wagtaildocs:add"), {"title": "x", "file": upload(b"%PDF-1.7", "report.pdf")})

    assert get_document_model().objects.get().filename == "report.pdf"
