/** What a recorder does when its socket has closed; the table of docs/protocol.md. */
export type AfterClose = 'reconnect' | 'reconnect-at-once' | 'give-up'

const REFUSED_FOR_GOOD = new Set([4403, 4404, 4409, 4413])

/** The gateway is being stopped; another one is there, or this one soon again. */
const SERVICE_RESTART = 1012

/** Nothing that leaves the reason open ends a recording: the audio is kept and sent again. */
export function afterClose(code: number): AfterClose {
  if (code === SERVICE_RESTART) return 'reconnect-at-once'
  return REFUSED_FOR_GOOD.has(code) ? 'give-up' : 'reconnect'
}
