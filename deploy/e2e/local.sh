# The developer's machine: docker-compose.local.yml.
# shellcheck shell=bash
# shellcheck disable=SC2154 # run sets work, site, project, domain and stamp

e2e_local() {
  local began
  check "a fresh Debian has all that the documents install" installable
  check "deploy/configure local makes the settings" deploy/configure local
  documented 7
  began=$SECONDS
  documented 1 || return
  check "everything is healthy" await 240 all_healthy || return
  measured "local: from nothing to healthy" "$((SECONDS - began)) s"
  measured "memory idle" "$(memory | tr '\n' ';')"

  documented 16 18 19 20 45 34 35 36 37 38 28 29 30 2 21 22 23 41
  check "a spoken visit through nginx becomes a note" spoken_visit
  check "the page has its sample visit" serves_sample
  check "only nginx is published" only_published 80
  check "no container runs as root, all files are read-only" hardened
  check "every service has started from its cache" started_from_cache
  documented 3 4 5
  check "everything is healthy after the restarts" await 120 all_healthy

  use_simulator || return
  check "a ruler visit is heard and stored whole" ruler 1 20
  check "restarts of every part while a visit is recorded lose nothing" restarts_mid_visit
  check "--scale transcription-service=3 --scale gateway=2" \
    docker-compose -f docker-compose.local.yml up -d --scale transcription-service=3 --scale gateway=2
  check "all replicas are healthy" await 180 all_healthy
  check "20 visits at a time through 2 gateways and 3 recognisers are whole" twenty_visits
  measured "memory with 20 visits" "$(tr '\n' ';' <"$work/memory-busy")"
  check "both gateways had visits" both_gateways_used
  check "the fixed address leads to all gateways" curl -fsS http://172.20.0.10:8000

  local before
  before="$(visits_known)"
  docker rm -f e2e-simulator >/dev/null
  documented 6
  check "docker compose (V2): up on the same data" v2 -f docker-compose.local.yml up -d
  check "V2: everything is healthy" await 240 all_healthy
  check "down and up kept $before visits" test "$(visits_known)" = "$before"
  check "V2: ps" v2 -f docker-compose.local.yml ps
  check "V2: logs" v2 -f docker-compose.local.yml logs --tail 5 gateway
  check "V2: exec" v2 -f docker-compose.local.yml exec -T nginx curl -fsS http://medical_scribe_api:8000
  check "V2: restart" v2 -f docker-compose.local.yml restart nginx
  check "V2: --scale" v2 -f docker-compose.local.yml up -d --scale transcription-service=3 --scale gateway=2
  check "V2: all replicas are healthy" await 180 all_healthy
  check "V2: down" v2 -f docker-compose.local.yml down -v
}

# A cache that does not fit its Java is only passed over.
started_from_cache() {
  local service
  for service in gateway transcription-service soap-note-service storage-service; do
    docker exec "$(container "$service")" grep -q /start-up.aot /proc/1/maps || { echo "$service has not"; return 1; }
  done
}

spoken_visit() {
  scribe transcribe "$project/samples/consultation-en.wav" --speed 4 --evidence --url http://localhost \
    --issuer http://localhost/auth/realms/medic-scribe --user dr.rivera --password medic-scribe &&
    grep -q '^PLAN' "$output"
}

installable() {
  # shellcheck disable=SC2046 # a word for each package
  docker run --rm debian:trixie sh -c 'apt-get update -qq && apt-get install -s -qq "$@"' sh \
    $(grep -o 'apt-get install [a-z0-9. -]*' "$project/docs/deployment.md" | cut -d ' ' -f 3- | sort -u)
}

serves_sample() { curl -fsS http://localhost/samples/consultation-en.wav | cmp - "$project/samples/consultation-en.wav"; }

# The ruler is words only for a recogniser that can read it: the simulator takes Deepgram's place.
use_simulator() {
  docker run -d --name e2e-simulator --network "${project_name}_services" --network-alias simulator \
    -v "$project/dev-stack/target:/suite:ro" stand-in/java \
    java -Xmx256m -cp '/suite/dev-stack.jar:/suite/lib/*' org.medicscribe.simulators.deepgram.DeepgramSimulator \
    --host 0.0.0.0 --port 8100 >/dev/null || return 1
  set_in .env.local DEEPGRAM_API_KEY simulated
  set_in .env.local DEEPGRAM_URL ws://simulator:8100
  # One clinician does here what twenty do.
  set_in .env.local ENABLE_RATE_LIMITING false
  check "up -d takes new settings over" docker-compose -f docker-compose.local.yml up -d
  check "everything is healthy with them" await 180 all_healthy
}

restarts_mid_visit() {
  local visit service
  ruler 1 240 >"$work/long-visit.log" 2>&1 &
  visit=$!
  sleep 10
  for service in gateway transcription-service storage-service soap-note-service nginx kafka postgres; do
    docker-compose -f docker-compose.local.yml restart "$service" || return 1
    await 120 is_healthy "$service" || return 1
    kill -0 "$visit" 2>/dev/null || { echo "the visit was over before $service"; cat "$work/long-visit.log"; return 1; }
  done
  wait "$visit"
  local result=$?
  cat "$work/long-visit.log"
  return $result
}

twenty_visits() {
  ruler 20 40 >"$work/twenty.log" 2>&1 &
  local visits=$!
  sleep 25
  memory >"$work/memory-busy"
  wait "$visits"
  local result=$?
  cat "$work/twenty.log"
  [ $result -eq 0 ] || docker-compose -f docker-compose.local.yml logs --no-color gateway storage-service |
    grep -E ' (WARN|ERROR) ' | tail -n 20
  return $result
}

both_gateways_used() {
  local id
  for id in $(containers --filter label=com.docker.compose.service=gateway); do
    docker exec "$id" curl -fsS http://127.0.0.1:8000/q/metrics |
      grep -E '^gateway_audio_acknowledged_seconds_count [1-9]' || return 1
  done
}

visits_known() {
  docker exec "$(container postgres)" psql -At -U medic_scribe -d medic_scribe -c 'select count(*) from encounter'
}

only_published() {
  local wanted="$*" published
  # shellcheck disable=SC2046 # one word for each container
  published="$(docker inspect -f '{{range $p, $b := .NetworkSettings.Ports}}{{range $b}}{{if ne .HostIp "127.0.0.1"}}{{.HostPort}} {{end}}{{end}}{{end}}' $(containers) |
    tr ' ' '\n' | grep . | sort -un | paste -sd' ')"
  echo "published: $published"
  [ "$published" = "$wanted" ]
}

# The two helpers that set owners and take backups are root, with the one power they need; Keycloak, only
# on a developer's machine, writes into its own folder.
hardened() {
  local id service user
  for id in $(containers); do
    service="$(docker inspect -f '{{index .Config.Labels "com.docker.compose.service"}}' "$id")"
    case $service in volume-owners | backup | restore | keycloak) continue ;; esac
    user="$(docker inspect -f '{{.Config.User}}' "$id")"
    case $user in '' | 0 | 0:* | root*) echo "$service runs as root"; return 1 ;; esac
    [ "$(docker inspect -f '{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}}' "$id")" = \
      'true [ALL] [no-new-privileges:true]' ] || { echo "$service is not locked down"; return 1; }
  done
}
