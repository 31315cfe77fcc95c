FROM python:3.12-slim AS build
WORKDIR /app
COPY requirements.txt ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt

FROM python:3.12-slim
WORKDIR /app
COPY --from=build /venv /venv
COPY bot ./bot
COPY arguments ./arguments
RUN useradd --system bot && mkdir data && chown bot data
USER bot
VOLUME /app/data
ENTRYPOINT ["/venv/bin/python", "-m", "bot"]
CMD ["practise"]
