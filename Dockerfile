# syntax=docker/dockerfile:1
# Two images: `app` is Fremdrift, `temporal` the Temporal server, both from pinned versions and without root.

FROM golang:1.26.8-bookworm AS temporal-build
WORKDIR /src
COPY tools/temporal/go.mod tools/temporal/go.sum ./
RUN go mod download
RUN GOFLAGS=-buildvcs=false CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o /out/temporal github.com/temporalio/cli/cmd/temporal \
 && GOFLAGS=-buildvcs=false CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o /out/temporal-server go.temporal.io/server/cmd/server \
 && GOFLAGS=-buildvcs=false CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o /out/temporal-sql-tool go.temporal.io/server/cmd/tools/sql

FROM debian:12.11-slim AS temporal
# The server does not start without this file, which may say nothing.
RUN useradd --system --uid 1001 temporal \
 && mkdir --parents /etc/temporal/config/dynamicconfig \
 && echo '{}' > /etc/temporal/config/dynamicconfig/docker.yaml
COPY --from=temporal-build /out/ /usr/local/bin/
USER temporal
EXPOSE 7233
CMD ["temporal-server", "--allow-no-auth", "start"]

FROM node:20.20.2-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY bridge/package.json ./bridge/
RUN npm ci --omit=dev

FROM node:20.20.2-bookworm-slim AS app
WORKDIR /app
ENV NODE_ENV=production TZ=UTC FREMDRIFT_DATA=/data XDG_CACHE_HOME=/data/cache
RUN install --directory --owner=node --group=node /data
COPY --from=packages /app/node_modules ./node_modules
COPY . .
COPY --from=packages /app/bridge/node_modules ./bridge/node_modules
RUN node tools/sbom.mjs > sbom.json
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "bin/start.mjs"]
