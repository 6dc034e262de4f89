"""A body with every block of the house, as it lies in the database."""

from tests.home.factories import block, item


def link(label="", **target):
    return {"label": label, "page": None, "route": "", "url": "", **target}


def every_block(*, images, document, page):
    """All blocks; those that hold pictures show `images`, links lead to `page`, files are `document`."""
    first, *rest = [image.pk for image in images]
    return [
        block("heading", {"text": "За кого", "level": "h2"}),
        block("heading", {"text": "Подробности", "level": "h3"}),
        block(
            "text",
            f'<p>Вижте <a linktype="page" id="{page.pk}">страницата</a> и '
            f'<a linktype="document" id="{document.pk}">файла</a>.</p>',
        ),
        block("image", {"image": first, "alt": "", "caption": "Шест бода."}),
        block("gallery", {"title": "Снимки", "images": [item({"image": pk, "alt": "", "caption": ""}) for pk in rest]}),
        block("quote", {"text": "Не е достатъчно.", "name": "Мария", "role": "учител"}),
        block(
            "call_to_action",
            {"title": "А вашият бод?", "text": "Пишете.", "links": [item(link("Пишете ни", page=page.pk))]},
        ),
        block(
            "cards",
            {
                "title": "Откъде да започнете",
                "cards": [
                    item({"title": "Център", "text": "За какво служи.", "image": None, "link": link(page=page.pk)}),
                    item({"title": "Проект", "text": "Кой участва.", "image": first, "link": link()}),
                ],
            },
        ),
        block("accordion", {"title": "Въпроси", "items": [item({"title": "Кой?", "text": "<p>Всеки.</p>"})]}),
        block(
            "table",
            {
                "caption": "Семинари",
                "columns": [{"type": "text", "heading": "Място"}, {"type": "number", "heading": "Хора"}],
                "rows": [{"values": ["Пловдив", "48"]}, {"values": ["Варна", "35"]}],
            },
        ),
        block("embed", {"url": "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "title": "Клубът накратко"}),
        block("document", {"document": document.pk, "title": "План", "description": "За центъра."}),
        block(
            "statistics",
            {"title": "Числа", "items": [item({"value": "200+", "label": "предприятия", "source": "МТСП"})]},
        ),
        block(
            "logos",
            {"title": "Партньори", "items": [item({"name": "IFKA", "role": "партньор", "logo": first, "url": ""})]},
        ),
        block("funding", {}),
    ]
