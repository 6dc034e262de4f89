FROM python:3.12-slim AS site

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONPATH=/app/platform \
    DJANGO_SETTINGS_MODULE=config.settings.production

WORKDIR /app

COPY requirements.txt constraints.txt ./
RUN pip install --no-cache-dir --disable-pip-version-check -r requirements.txt -c constraints.txt

COPY . .
# Static files and catalogues are part of the image. The values serve this step alone: nothing is secret or reached here.
RUN export SECRET_KEY=only-for-collecting-static-files-0123456789-abcdefghijk \
      ALLOWED_HOSTS=build SITE_URL=https://build DATABASE_URL=postgres://build REDIS_URL=redis://build \
      EMAIL_URL=smtp://build DEFAULT_FROM_EMAIL=a@build \
    && python manage.py compile_catalogues \
    && python manage.py collectstatic --noinput --verbosity 0 \
    && useradd --system --no-create-home --uid 10001 club \
    && mkdir -p var/media var/drawings var/search var/mail \
    && chown -R club var/media var/drawings var/search var/mail

USER club
EXPOSE 8000
VOLUME ["/app/var/media", "/app/var/drawings", "/app/var/search", "/app/var/mail"]
CMD ["gunicorn"]
