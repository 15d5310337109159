# The hub of an office in a container: docs/INSTALLING.md, "In a container". It needs a network to be built and none to run.

FROM node:20-bookworm-slim AS build
WORKDIR /opt/motcua
COPY package.json package-lock.json .npmrc ./
COPY vendor vendor
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
LABEL org.opencontainers.image.title="motcua" org.opencontainers.image.licenses="EUPL-1.2"
# CUPS' own commands, for printers named cups:QUEUE; all others are spoken to by the hub itself.
RUN apt-get update && apt-get install -y --no-install-recommends cups-client && rm -rf /var/lib/apt/lists/*
# The data lies one step below a directory of the hub's user, so that a restore can be built beside it.
RUN useradd --system --uid 990 --home-dir /var/lib/motcua --shell /usr/sbin/nologin motcua \
	&& install -d -o motcua -g motcua -m 750 /var/lib/motcua
WORKDIR /opt/motcua
COPY --from=build /opt/motcua/package.json /opt/motcua/LICENSE ./
COPY --from=build /opt/motcua/vendor vendor
COPY --from=build /opt/motcua/node_modules node_modules
COPY --from=build /opt/motcua/scripts/built.mjs /opt/motcua/scripts/run-built.mjs /opt/motcua/scripts/serve.mjs scripts/
COPY --from=build /opt/motcua/docs docs
COPY --from=build /opt/motcua/voice/clips voice/clips
COPY --from=build /opt/motcua/config/offices config/offices
COPY --from=build /opt/motcua/config/procedures config/procedures
COPY --from=build /opt/motcua/dist/fonts dist/fonts
COPY --from=build /opt/motcua/dist/web dist/web
COPY --from=build /opt/motcua/dist/hub dist/hub
USER motcua
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/var/lib/motcua/data
VOLUME /var/lib/motcua
EXPOSE 8080
STOPSIGNAL SIGTERM
# A hub that cannot write goes on by itself as soon as it can: whoever restarts what is unhealthy gains nothing by it. With TLS the certificate names the hub as others call it.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "--no-warnings", "-e", "process.env.NODE_TLS_REJECT_UNAUTHORIZED='0'; fetch(`http${process.env.TLS_CERT ? 's' : ''}://127.0.0.1:${process.env.PORT}/api/health`).then(async (answer) => process.exit((await answer.json()).status === 'ok' ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/hub/main.js"]
