# Checks: one line each, what went wrong under it, and the count at the end.
# shellcheck shell=bash
# shellcheck disable=SC2154 # run sets work, site, project, domain and stamp

passed=0
failed=0
# The numbers of the specification's commands that passed.
declare -A documented_passed=()
output="$work/check.log"

# check NAME COMMAND...: the command's success decides
check() {
  local name="$1" began=$SECONDS
  shift
  if "$@" >"$output" 2>&1; then
    passed=$((passed + 1))
    printf 'ok      %s (%d s)\n' "$name" $((SECONDS - began))
    return 0
  fi
  failed=$((failed + 1))
  printf 'FAILED  %s (%d s)\n' "$name" $((SECONDS - began))
  tail -n 15 "$output" | tr -d '\r' | sed 's/^/        /'
  return 1
}

# measured NAME VALUE: a figure for the docs
measured() { printf 'figure  %s: %s\n' "$1" "$2"; }

# documented NUMBER...: commands of commands.tsv, run as they stand there, at a terminal as a person would
documented() {
  local number mode said ours
  for number in "$@"; do
    IFS=$'\t' read -r _ mode said ours < <(grep -P "^$number\t" "$e2e/commands.tsv")
    [ -n "$ours" ] || ours="$said"
    ours="${ours//\$DOMAIN/$domain}"
    ours="${ours//\$STAMP/$stamp}"
    check "#$number $ours" "as_$mode" "$ours" && documented_passed[$number]=1
  done
}

as_plain() { timeout 900 script -qec "$1" /dev/null </dev/null; }

# Follows for ever: it works if it shows something and is still there when it is ended.
as_follow() {
  timeout -s INT 8 script -qec "$1" /dev/null </dev/null
  case $? in 0 | 124 | 130) [ -s "$output" ] ;; *) return 1 ;; esac
}

as_shell() {
  # shellcheck disable=SC2016 # the other shell is to count
  printf 'echo works-$((40 + 2))\nexit\n' | timeout 30 script -qec "$1" /dev/null
  grep -q works-42 "$output"
}

await() {
  local limit="$1" end
  shift
  end=$((SECONDS + limit))
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || { echo "not within $limit s: $*"; return 1; }
    sleep 1
  done
}

# --- Containers ---

containers() { docker ps -aq --filter "label=com.docker.compose.project=$project_name" "$@"; }
container() { containers --filter "label=com.docker.compose.service=$1" | head -n 1; }
state() { docker inspect -f '{{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}} {{.State.ExitCode}}' "$1"; }
is_healthy() {
  case $(state "$(container "$1")") in 'running healthy '* | 'running none '*) return 0 ;; *) return 1 ;; esac
}

# Everything runs and is healthy, or has done its work; certbot may fail before its authority is there.
all_healthy() {
  local id
  for id in $(containers); do
    case $(state "$id") in
      'running healthy '* | 'running none '* | 'exited '*' 0') ;;
      *)
        [ "$(docker inspect -f '{{index .Config.Labels "com.docker.compose.service"}}' "$id")" = certbot ] ||
          { docker inspect -f '{{.Name}}' "$id"; state "$id"; return 1; }
        ;;
    esac
  done
}

restart_of() { docker inspect -f '{{.State.StartedAt}}' "$(container "$1")"; }

memory() {
  # shellcheck disable=SC2046 # one word for each container
  docker stats --no-stream --format '{{.Name}} {{.MemUsage}}' $(containers -f status=running) |
    sed -E "s/^${project_name}[-_]//; s:/.*::" | sort
}

# --- The suite's own client ---

java() { "$JAVA_HOME/bin/java" -Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "$@"; }
client_classes="$project/dev-stack/target/dev-stack.jar:$project/dev-stack/target/lib/*"
scribe() { java -cp "$client_classes" org.medicscribe.devstack.cli.Scribe "$@"; }
# ruler VISITS SECONDS
ruler() {
  java -cp "$client_classes" "$e2e/Ruler.java" "$1" "$2" http://localhost \
    http://localhost/auth/realms/medic-scribe dr.rivera medic-scribe
}

finish() {
  echo
  echo "documented commands: ${#documented_passed[@]} of 55"
  echo "$passed passed, $failed failed"
}
