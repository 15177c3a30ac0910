/** The part of a WebSocket that the page uses, so that tests can stand in for the gateway. */
export interface Socket {
  onopen: (() => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number }) => void) | null
  send(data: string | ArrayBuffer): void
  close(code?: number): void
}

const PROTOCOL = 'scribe.v1'
const CARRIER = 'bearer-token-carrier'

/** A network that swallows everything would keep a browser waiting for minutes. */
const OPENING_MS = 10_000

/** A browser cannot set headers on a socket; the token travels as a subprotocol. */
export function openSocket(address: string, encounterId: string, token: string): Socket {
  const socket = new WebSocket(`${address}/encounters/${encounterId}`, [
    PROTOCOL,
    CARRIER,
    encodeURIComponent(`quarkus-http-upgrade#Authorization#Bearer ${token}`),
  ])
  socket.binaryType = 'arraybuffer'
  const patience = setTimeout(() => {
    socket.close()
  }, OPENING_MS)
  const settled = () => {
    clearTimeout(patience)
  }
  socket.addEventListener('open', settled)
  socket.addEventListener('close', settled)
  return socket as unknown as Socket
}
