# The bot in Discord. `docker run --read-only --tmpfs /tmp --env-file .env --volume debate-bot:/app/data debate-bot`
FROM python:3.12-slim AS build
WORKDIR /app
RUN python -m venv /venv
COPY requirements-discord.txt ./
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r requirements-discord.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot ./bot
COPY arguments ./arguments
RUN /venv/bin/pip install --no-cache-dir --no-build-isolation --no-deps . \
    && /venv/bin/debate-bot check arguments

FROM python:3.12-slim
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 MPLCONFIGDIR=/tmp/matplotlib \
    DEBATE_BOT_DATA_DIR=/app/data DEBATE_BOT_ARGUMENTS=/app/arguments
WORKDIR /app
RUN useradd --system --uid 10001 bot && install --directory --owner bot --mode 700 data
COPY --from=build /venv /venv
COPY arguments ./arguments
USER 10001
VOLUME /app/data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=90s --retries=3 CMD ["/venv/bin/debate-bot", "health"]
ENTRYPOINT ["/venv/bin/debate-bot"]
CMD ["run"]
