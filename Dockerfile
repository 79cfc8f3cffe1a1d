# Styringsråd in a container: one binary on Debian. The build stages bring Node and Rust; the last one keeps neither.

FROM node:22-bookworm-slim AS look
WORKDIR /look
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --omit=dev --omit=optional --no-audit --no-fund

FROM rust:1.95-bookworm AS build
WORKDIR /build
COPY . .
COPY --from=look /look/node_modules /look/node_modules
ENV STYRINGSRAD_ASSETS=/look/node_modules
RUN cargo build --release --locked --features jemalloc --bin styringsrad

FROM debian:bookworm-slim
# Certificates for mail over TLS, curl for the health check.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --home-dir /data styringsrad \
 && install --directory --owner=styringsrad /data
COPY --from=build /build/target/release/styringsrad /usr/local/bin/styringsrad
USER styringsrad
VOLUME /data
ENV STYRINGSRAD_LISTEN=0.0.0.0:8080 STYRINGSRAD_DATA=/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/health/ready"]
ENTRYPOINT ["styringsrad"]
CMD ["serve"]
