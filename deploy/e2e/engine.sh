# A Docker engine, both kinds of compose, and a registry of this machine's own.
# shellcheck shell=bash
# shellcheck disable=SC2154 # run sets work, site, project, domain and stamp

packages() {
  dpkg -s "$@" >/dev/null 2>&1 ||
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"; }
}

# Reuses an engine that runs; starts one otherwise. The registry of this machine stands in for Docker Hub.
engine() {
  packages docker.io docker-compose debootstrap openssl curl jq unzip util-linux bsdutils git || return 1
  docker info >/dev/null 2>&1 && return
  mkdir -p "$work/engine"
  setsid dockerd --data-root "$work/engine" --registry-mirror http://127.0.0.1:5000 \
    --pidfile "$work/dockerd.pid" >"$work/dockerd.log" 2>&1 </dev/null &
  await 30 docker info
}

compose_v2="$work/docker/cli-plugins/docker-compose"
# docker compose, as a person types it
v2() { DOCKER_CONFIG="$work/docker" docker compose "$@"; }

both_composes() {
  docker-compose version --short | grep -q '^1\.29' || return 1
  if [ ! -x "$compose_v2" ]; then
    mkdir -p "$work/docker/cli-plugins"
    "$e2e/base-images" debian || return 1
    docker run --rm -v "$work/docker/cli-plugins:/out" debian:trixie sh -c '
      apt-get update -qq && cd /tmp && apt-get download -qq docker-compose &&
      dpkg -x docker-compose_*.deb x && cp x/usr/libexec/docker/cli-plugins/docker-compose /out/' || return 1
  fi
  v2 version --short
}

# Offers the images under the names the compose files ask Docker Hub for.
registry() {
  docker start e2e-registry >/dev/null 2>&1 ||
    docker run -d --name e2e-registry --network host stand-in/registry >/dev/null || return 1
  await 20 curl -fsS http://127.0.0.1:5000/v2/ || return 1
  local image path
  for image in "$@"; do
    path="$image"
    case $image in */*) ;; *) path="library/$image" ;; esac
    docker tag "$image" "127.0.0.1:5000/$path" && docker push -q "127.0.0.1:5000/$path" || return 1
  done
}
