# Untested: nobody has built this yet (docs/operations.md). Run it with a read-only root:
#   docker run --read-only --tmpfs /tmp -v plumbline:/data -p 127.0.0.1:4750:4750 -e PLUMBLINE_PUBLIC_URL=https://... plumbline
FROM node:24-bookworm-slim AS build
WORKDIR /plumbline
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production PLUMBLINE_DATA_DIR=/data PLUMBLINE_HOST=0.0.0.0
WORKDIR /plumbline
COPY --from=build /plumbline/package.json /plumbline/package-lock.json ./
COPY --from=build /plumbline/node_modules ./node_modules
COPY --from=build /plumbline/config ./config
COPY --from=build /plumbline/dist ./dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4750
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:4750/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=2", "dist/apps/scanner/src/cli/main.js"]
CMD ["serve"]
