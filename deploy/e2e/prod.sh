# The production host: docker-compose.prod.yml, with Let's Encrypt's own test authority in its place.
# shellcheck shell=bash
# shellcheck disable=SC2154 # run sets work, site, project, domain and stamp

e2e_prod() {
  local began
  check "deploy/configure prod makes the settings and the master key" deploy/configure prod "$domain" "admin@$domain"
  check "preflight refuses what configure cannot know" refuses 'nobody could sign in'
  supply_settings
  check "preflight accepts complete settings" deploy/preflight
  preflight_refusals
  name_resolves

  # shellcheck disable=SC2046 # one word for each image
  check "a registry offers the images" registry $(docker_hub_images)
  documented 15
  began=$SECONDS
  documented 8 || return
  check "everything is healthy, before there is a certificate" await 300 all_healthy || return
  measured "production: from nothing to healthy" "$((SECONDS - began)) s"
  check "TLS answers with the self-signed certificate meanwhile" curl -fsSk "https://$domain/health"

  check "an authority is there" pebble
  began=$SECONDS
  documented 9
  check "nginx serves the issued certificate by itself" await 30 serves_trusted
  measured "issue to served" "$((SECONDS - began)) s"
  documented 48 49 39 40

  check "http leads to https" redirects
  check "TLS 1.2 and 1.3, nothing older, HTTP/2" tls_versions
  check "the security headers stand on page, API and refusal" security_headers
  check "only 80 and 443 are published" only_published 80 443
  check "no container runs as root, all files are read-only" hardened
  check "every container has a memory limit" limited
  documented 10 17 24 25 26 27 31 32 33 42 43 44 46 47

  check "a spoken visit over WSS becomes a note, while certificates are renewed under its socket" renewed_mid_visit
  measured "certificates during the visit" "$(cat "$work/serials" 2>/dev/null)"
  documented 11 12 13
  check "everything is healthy after the restarts" await 120 all_healthy
  check "a process that eats memory is stopped at the limit" memory_is_limited
  check "a gateway killed for its memory comes back, and the visit is whole" memory_kill

  watching
  backup_and_restore
  documented 14
  check "docker compose (V2): up" v2 -f docker-compose.prod.yml up -d
  check "V2: everything is healthy" await 240 all_healthy
  authority_returns
  check "V2: run --rm certbot" v2 -f docker-compose.prod.yml run --rm -T certbot
  check "V2: the page is served with the trusted certificate" await 30 serves_trusted
  authority_leaves
  check "V2: down" v2 -f docker-compose.prod.yml down
}

supply_settings() {
  local file=.env.prod
  set_in $file JWT_SECRET "$(openssl rand -hex 32)"
  set_in $file VITE_SUPABASE_URL https://abcdefgh.supabase.co
  set_in $file VITE_SUPABASE_ANON_KEY "$(openssl rand -hex 16)"
  set_in $file ACME_SERVER https://pebble:14000/dir
  set_in $file ACME_CA_FILE /etc/letsencrypt/authority.pem
  set_in $file RENEWAL_CHECK_SECONDS 10
}

# --- Preflight ---

# refuses WORDS [NAME VALUE]: with that setting, preflight ends with 1 and says the words
refuses() {
  cp .env.prod "$work/bad.env"
  chmod 600 "$work/bad.env"
  [ $# -eq 1 ] || set_in "$work/bad.env" "$2" "$3"
  ! deploy/preflight "$work/bad.env" >"$work/preflight.log" 2>&1 || { cat "$work/preflight.log"; return 1; }
  cat "$work/preflight.log"
  grep -q "REFUSED.*$1" "$work/preflight.log"
}

preflight_refusals() {
  check "preflight refuses a default password" refuses 'POSTGRES_PASSWORD is a placeholder or a default' POSTGRES_PASSWORD postgres
  check "preflight refuses a short secret" refuses 'JWT_SECRET is too short' JWT_SECRET abc123
  check "preflight refuses the specification's placeholder" refuses 'JWT_SECRET is a placeholder' JWT_SECRET super_secure_jwt_secret_key_for_production_change_this
  check "preflight refuses a placeholder key" refuses 'OPENAI_API_KEY is a placeholder' OPENAI_API_KEY your_production_openai_api_key
  check "preflight refuses a provider without the acknowledgement" refuses 'leaves this host' DEEPGRAM_API_KEY "$(openssl rand -hex 20)"
  check "preflight refuses another server without it, too" refuses 'leaves this host' OPENAI_BASE_URL https://models.clinic.org/v1
  check "preflight refuses CORS for everybody" refuses 'CORS_ORIGINS has a' CORS_ORIGINS '*'
  check "preflight refuses no rate limit" refuses 'ENABLE_RATE_LIMITING is off' ENABLE_RATE_LIMITING false
  check "preflight refuses localhost as the domain" refuses 'DOMAIN is' DOMAIN localhost
  check "preflight refuses everybody as administrator" refuses 'makes everybody' MEDIC_SCRIBE_IDENTITY_DEFAULT_ROLE administrator
  check "up -d refuses them too, and starts nothing" up_refuses
}

up_refuses() {
  cp .env.prod "$work/good.env"
  set_in .env.prod POSTGRES_PASSWORD postgres
  local began=$SECONDS up said refused=1
  docker-compose -f docker-compose.prod.yml up -d
  up=$?
  echo "up ended with $up after $((SECONDS - began)) s"
  cat "$work/good.env" >.env.prod
  # Read whole: a pipe that grep leaves at the first hit makes a failure of a log that goes on.
  said="$(docker logs "$(container preflight)" 2>&1)"
  if [ $up -ne 0 ] && [ "$(state "$(container preflight)")" = 'exited none 1' ] &&
    grep -q REFUSED <<<"$said" && [ -z "$(containers -f status=running)" ]; then
    refused=0
  else
    echo "$said"
    docker ps -a --filter "label=com.docker.compose.project=$project_name" --format '{{.Names}} {{.Status}}'
  fi
  docker-compose -f docker-compose.prod.yml down -v >/dev/null 2>&1
  return $refused
}

# --- Names, images, authority ---

name_resolves() { grep -q "$domain # medic-scribe-e2e" /etc/hosts || echo "127.0.0.1 $domain # medic-scribe-e2e" >>/etc/hosts; }

docker_hub_images() {
  { sed -nE 's/^ *image: *([^ "]+)$/\1/p' docker-compose.prod.yml docker-compose.services.yml | grep -v grafana
    for image in gateway transcription-service soap-note-service storage-service frontend; do
      echo "medic-scribe/$image:1.0.0-SNAPSHOT"
    done
  } | sort -u
}

# Let's Encrypt's test authority; what it issues is good for two minutes.
pebble() {
  local folder="$work/pebble"
  mkdir -p "$folder"
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=pebble -addext subjectAltName=DNS:pebble \
    -keyout "$folder/key.pem" -out "$folder/cert.pem" 2>/dev/null
  chmod 644 "$folder/key.pem"
  cat >"$folder/config.json" <<'JSON'
{"pebble": {"listenAddress": "0.0.0.0:14000", "managementListenAddress": "0.0.0.0:15000",
  "certificate": "/pebble/cert.pem", "privateKey": "/pebble/key.pem", "httpPort": 80, "tlsPort": 443,
  "ocspResponderURL": "", "externalAccountBindingRequired": false, "certificateValidityPeriod": 120}}
JSON
  docker run -d --name e2e-pebble --network "${project_name}_medic_scribe_network" --network-alias pebble \
    -v "$folder:/pebble:ro" -e PEBBLE_VA_NOSLEEP=1 -e PEBBLE_WFE_NONCEREJECT=0 stand-in/pebble \
    pebble -config /pebble/config.json >/dev/null || return 1
  docker run --rm -v "${project_name}_letsencrypt_data:/data" -v "$folder:/from:ro" alpine:3.22 \
    sh -c 'cp /from/cert.pem /data/authority.pem && chmod 644 /data/authority.pem' || return 1
  await 20 docker exec e2e-pebble curl -fsSk https://127.0.0.1:15000/roots/0 || return 1
  docker exec e2e-pebble curl -fsSk https://127.0.0.1:15000/roots/0 >"$work/root.pem"
  cat /etc/ssl/certs/ca-certificates.crt "$work/root.pem" >"$work/trusted.pem"
  export CURL_CA_BUNDLE="$work/trusted.pem" SSL_CERT_FILE="$work/trusted.pem"
}

# It keeps what it knows while the network is taken down.
authority_leaves() { docker network disconnect "${project_name}_medic_scribe_network" e2e-pebble; }
authority_returns() { docker network connect --alias pebble "${project_name}_medic_scribe_network" e2e-pebble; }

serial() {
  openssl s_client -connect "$domain:443" -servername "$domain" </dev/null 2>/dev/null | openssl x509 -noout -serial
}
serves_trusted() { curl -fsS "https://$domain/health"; }

# --- The door ---

redirects() { [ "$(curl -so /dev/null -w '%{http_code} %{redirect_url}' "http://$domain/visits?x=1")" = "301 https://$domain/visits?x=1" ]; }

tls_versions() {
  local version
  for version in tls1_2 tls1_3; do
    openssl s_client "-$version" -connect "$domain:443" -servername "$domain" </dev/null 2>&1 | grep -q 'Cipher is [TE]' || return 1
  done
  for version in tls1 tls1_1; do
    ! openssl s_client "-$version" -cipher 'ALL:@SECLEVEL=0' -connect "$domain:443" </dev/null 2>&1 | grep -q 'Cipher is [A-Z]*-' || return 1
  done
  [ "$(curl -so /dev/null -w '%{http_version}' "https://$domain/")" = 2 ]
}

security_headers() {
  local path headers name
  for path in / /config.json /api/encounters /no-such-page /health; do
    headers="$(curl -sD - -o /dev/null "https://$domain$path")"
    for name in strict-transport-security content-security-policy x-content-type-options x-frame-options referrer-policy permissions-policy; do
      [ "$(grep -ci "^$name:" <<<"$headers")" -eq 1 ] || { echo "$path: $name"; echo "$headers"; return 1; }
    done
    ! grep -qiE '^server: nginx/' <<<"$headers" || return 1
  done
}

limited() {
  local id
  for id in $(containers -f status=running); do
    [ "$(docker inspect -f '{{.HostConfig.Memory}}' "$id")" -gt 0 ] || { docker inspect -f '{{.Name}}' "$id"; return 1; }
  done
}

# --- Visits over TLS ---

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d =; }
token() {
  local secret head body
  secret="$(sed -n 's/^JWT_SECRET=//p' .env.prod)"
  head="$(printf '{"alg":"HS256","typ":"JWT"}' | base64url)"
  body="$(printf '{"sub":"e2e-clinician","aud":"authenticated","roles":["clinician"],"tenant":"e2e","iat":%d,"exp":%d}' \
    "$(date +%s)" $(($(date +%s) + 3600)) | base64url)"
  printf '%s.%s.%s' "$head" "$body" "$(printf '%s.%s' "$head" "$body" | openssl dgst -sha256 -hmac "$secret" -binary | base64url)"
}
spoken_wss() {
  scribe transcribe "$project/samples/consultation-en.wav" --json --speed "$1" --url "https://$domain" --ca "$work/trusted.pem" --token "$(token)"
}

# Real time: a minute and a half, in which a certificate good for two minutes is renewed by itself.
renewed_mid_visit() {
  local visit serials result
  serials="$(serial)"
  spoken_wss 1 >"$work/wss.json" 2>"$work/wss.log" &
  visit=$!
  while kill -0 "$visit" 2>/dev/null; do
    serials="$serials"$'\n'"$(serial)"
    sleep 3
  done
  wait "$visit"
  result=$?
  sort -u <<<"$serials" | grep -c serial >"$work/serials"
  [ $result -eq 0 ] || { cat "$work/wss.log"; return 1; }
  echo "$(cat "$work/serials") certificates, interruptions: $(jq -c .hiccups "$work/wss.json")"
  [ "$(cat "$work/serials")" -ge 2 ] && [ "$(jq '.hiccups | map(select(test("Connection lost"))) | length' "$work/wss.json")" -eq 0 ] &&
    jq -e '.note != null and .failure == null' "$work/wss.json"
}

memory_is_limited() {
  docker exec "$(container frontend)" sh -c 'tail /dev/zero' && return 1
  is_healthy frontend
}

memory_kill() {
  local id visit result started
  id="$(container gateway)"
  started="$(docker inspect -f '{{.State.StartedAt}}' "$id")"
  spoken_wss 2 >"$work/kill.json" 2>"$work/kill.log" &
  visit=$!
  sleep 15
  # Something eats the container's memory, and the kernel is told whom to choose: the gateway.
  echo 1000 >"/proc/$(docker inspect -f '{{.State.Pid}}' "$id")/oom_score_adj"
  docker exec "$id" tail /dev/zero
  await 30 started_since "$id" "$started" || { echo "it was not killed"; kill "$visit"; return 1; }
  await 240 is_healthy gateway || return 1
  wait "$visit"
  result=$?
  jq -c .hiccups "$work/kill.json"
  [ $result -eq 0 ] && [ "$(jq '.segments | length' "$work/kill.json")" -gt 5 ]
}
started_since() { [ "$(docker inspect -f '{{.State.StartedAt}}' "$1")" != "$2" ] && [ "$(docker inspect -f '{{.State.Running}}' "$1")" = true ]; }

# --- Watching ---

alerts() { curl -fsS 'http://127.0.0.1:9093/api/v2/alerts?active=true' | jq -r '.[].labels | .alertname + "/" + (.job // "")'; }
fires() { alerts | grep -qx 'ServiceDown/soap-note-service'; }
is_quiet() { ! fires; }
all_targets_up() {
  [ "$(curl -fsS http://127.0.0.1:9090/api/v1/targets | jq '[.data.activeTargets[] | select(.health == "up")] | length')" -ge 6 ]
}

value() { curl -fsSG http://127.0.0.1:9090/api/v1/query --data-urlencode "query=$1" | jq -er '.data.result[0].value[1]'; }

watching() {
  # Not grafana: it has no stand-in.
  local parts="prometheus alertmanager node-exporter blackbox-exporter"
  check "the alerts fire when their tests say so" docker run --rm --entrypoint promtool \
    -v "$site/deploy/monitoring:/monitoring:ro" prom/prometheus:v2.53.5 test rules /monitoring/alerts.test.yml
  # shellcheck disable=SC2086 # a word for each
  check "--profile monitoring starts" docker-compose -f docker-compose.prod.yml --profile monitoring up -d $parts || return
  check "every service, the host and the certificate are watched" await 90 all_targets_up
  check "the age of the newest backup is known" await 120 value 'time() - medic_scribe_backup_finished_timestamp_seconds < 86400'
  check "the end of the certificate is known" await 60 value 'probe_ssl_earliest_cert_expiry > time()'
  check "no alert while all is well" is_quiet
  docker-compose -f docker-compose.prod.yml stop soap-note-service >/dev/null 2>&1
  check "an alert fires when a service is gone" await 180 fires
  docker-compose -f docker-compose.prod.yml start soap-note-service >/dev/null 2>&1
  check "it resolves when the service is back" await 240 is_quiet
  # shellcheck disable=SC2086 # a word for each
  docker-compose -f docker-compose.prod.yml --profile monitoring rm -sf $parts >/dev/null 2>&1
}

# --- Backup and recovery ---

# What a clinician would miss: the records, byte for byte, and every file.
contents() {
  docker exec "$(container postgres)" pg_dump -U medic_scribe --data-only --inserts medic_scribe | grep '^INSERT' | sort | sha256sum
  docker run --rm -v "${project_name}_medic_scribe_audio:/a:ro" -v "${project_name}_medic_scribe_notes:/n:ro" alpine:3.22 \
    sh -c 'cd / && find a n -type f | sort | xargs sha256sum | sha256sum'
}

backup_and_restore() {
  local before after began name
  documented 45 50 51 52
  check "the archives hold audio" test "$(tar tzf "audio_backup_$stamp.tar.gz" | grep -vc '/$')" -gt 0
  before="$(contents)"
  began=$SECONDS
  check "deploy/backup" env COMPOSE=docker-compose deploy/backup || return
  measured "backup" "$((SECONDS - began)) s, $(du -sh backups | cut -f 1)"
  name="$(COMPOSE=docker-compose deploy/restore | tail -n 1)"
  check "nothing in it can be read" encrypted "backups/$name"
  check "restore refuses to overwrite" restore_refuses "$name"
  authority_leaves
  check "the host is emptied" docker-compose -f docker-compose.prod.yml down -v
  began=$SECONDS
  check "deploy/restore on an empty host" env COMPOSE=docker-compose deploy/restore "$name" || return
  check "everything is healthy after it" await 240 all_healthy
  measured "restore to healthy" "$((SECONDS - began)) s"
  after="$(contents)"
  check "records, audio and notes are byte for byte what they were" test "$before" = "$after"
  documented 53 54 55
  check "a damaged backup is refused before anything is touched" damaged_refused "$name"
}

encrypted() { ! file "$1"/*.gpg | grep -vi 'PGP' && ! grep -qa 'clinician\|PGDMP' "$1"/*.gpg; }
restore_refuses() { ! COMPOSE=docker-compose deploy/restore "$1" && is_healthy storage-service; }
damaged_refused() {
  cp -r "backups/$1" backups/20000101T000000Z
  printf x >>backups/20000101T000000Z/audio.gpg
  ! COMPOSE=docker-compose deploy/restore 20000101T000000Z --replace && is_healthy storage-service
}
