# deploy/firewall, really applied: to a container that stands for the host, between one that stands for
# the internet and one whose ports Docker would publish. This machine's own rules are not touched.
# shellcheck shell=bash
# shellcheck disable=SC2154 # run sets work, site, project, domain and stamp

e2e_firewall() {
  check "a host to close is there" firewall_host || { firewall_gone; return; }
  check "before, every port is reached from outside" reached 22 9090 80 443 8080
  check "deploy/firewall shows its rules" docker exec e2e-host /deploy/firewall
  check "and changes nothing" reached 22 9090 80 443 8080
  check "deploy/firewall --apply" docker exec e2e-host /deploy/firewall --apply
  check "22 of the host, 80 and 443 of a container are reached" reached 22 80 443
  check "no other port is, neither of the host nor of a container" refused 9090 8080
  check "containers still reach the outside" from e2e-inside "$(address e2e-outside e2e-out)" 80
  check "applied again it is the same" applied_twice
  firewall_gone
}

# at CONTAINER PORT...: a web server on each port
at() {
  local container="$1" port
  shift
  for port in "$@"; do docker exec -d "$container" busybox httpd -f -p "$port" -h /etc || return 1; done
}

address() { docker inspect -f "{{(index .NetworkSettings.Networks \"$2\").IPAddress}}" "$1"; }
from() { docker exec "$1" curl -sS -m 4 -o /dev/null "http://$2:$3/hostname"; }

reached() {
  local port
  for port in "$@"; do from e2e-outside "$(address e2e-host e2e-out)" "$port" || { echo "port $port is closed"; return 1; }; done
}
refused() {
  local port
  for port in "$@"; do ! from e2e-outside "$(address e2e-host e2e-out)" "$port" || { echo "port $port is open"; return 1; }; done
}

# What Docker does for published ports, on an interface with a name as Docker gives.
firewall_host() {
  firewall_gone
  build_firewall || return 1
  docker network create e2e-out && docker network create e2e-in || return 1
  local name inside
  for name in outside inside host; do
    docker run -d --name "e2e-$name" --network "e2e-$([ $name = inside ] && echo in || echo out)" --cap-add NET_ADMIN --cap-add NET_RAW \
      --sysctl net.ipv4.ip_forward=1 -v "$project/deploy:/deploy:ro" stand-in/firewall || return 1
  done
  docker network connect e2e-in e2e-host || return 1
  inside="$(address e2e-inside e2e-in)"
  docker exec e2e-inside ip route replace default via "$(address e2e-host e2e-in)" || return 1
  docker exec e2e-host sh -c "
    set -e
    ip link set eth1 down; ip link set eth1 name br-published; ip link set br-published up
    iptables -N DOCKER-USER; iptables -A FORWARD -j DOCKER-USER; iptables -P FORWARD DROP
    iptables -A FORWARD -o br-published -j ACCEPT; iptables -A FORWARD -i br-published -j ACCEPT
    for port in 80 443; do iptables -t nat -A PREROUTING -i eth0 -p tcp --dport \$port -j DNAT --to $inside:\$port; done
    iptables -t nat -A PREROUTING -i eth0 -p tcp --dport 8080 -j DNAT --to $inside:80
    iptables -t nat -A POSTROUTING -j MASQUERADE" || return 1
  at e2e-inside 80 443 && at e2e-outside 80 && at e2e-host 22 9090 && await 10 reached 22 443
}

build_firewall() { "$e2e/base-images" firewall; }

applied_twice() {
  local before
  before="$(docker exec e2e-host iptables-save | grep '^-A' | sort)"
  docker exec e2e-host /deploy/firewall --apply || return 1
  diff <(echo "$before") <(docker exec e2e-host iptables-save | grep '^-A' | sort) && reached 80 && refused 8080
}

firewall_gone() {
  docker rm -f e2e-outside e2e-inside e2e-host
  docker network rm e2e-out e2e-in
} >/dev/null 2>&1
