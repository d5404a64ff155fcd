# The portal's image: one for web, workers, beat and migrations (deploy/entrypoint says how each starts).
# Packages come from uv.lock, checked against its hashes. Nothing of the demonstration or of the tests is in it.

FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore \
    UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 UV_NO_CACHE=1
WORKDIR /srv/portal
COPY scripts/uv.txt scripts/uv.txt
RUN pip install --require-hashes -r scripts/uv.txt
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-default-groups
COPY . .
# Settings must be complete to be read at all; these values are for this one step and stay in no layer of the result.
RUN DJANGO_SETTINGS_MODULE=portal.settings.production SECRET_KEY=for-this-step-only ALLOWED_HOSTS=localhost \
    PORTAL_BASE_URL=https://localhost DATABASE_URL=postgres://nobody@localhost/nothing REDIS_URL=redis://localhost \
    CLAMD_ADDRESS=localhost:3310 EMAIL_URL=smtp://localhost:25 DOCUMENT_ROOT=/srv/documents \
    DEFAULT_FROM_EMAIL=nobody@localhost PARTNERSHIP_CONTACT_EMAIL=nobody@localhost PARTNERSHIP_NAME=- PARTNERSHIP_SHORT_NAME=- \
    PARTNERSHIP_AREA=- PARTNERSHIP_MASH_TELEPHONE=- PARTNERSHIP_OUT_OF_HOURS_TELEPHONE=- \
    .venv/bin/python manage.py collectstatic --no-input --verbosity 0 \
    && .venv/bin/python -m compileall -q -x '\.venv' .

FROM python:3.11-slim-bookworm
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 portal \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin portal \
    && install --directory --owner=portal --group=portal --mode=0700 /srv/documents
ENV DJANGO_SETTINGS_MODULE=portal.settings.production PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    PATH=/srv/portal/.venv/bin:$PATH
WORKDIR /srv/portal
COPY --from=build /srv/portal /srv/portal
USER 10001:10001
EXPOSE 8000
ENTRYPOINT ["/srv/portal/deploy/entrypoint"]
CMD ["web"]
