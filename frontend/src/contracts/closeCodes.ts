export type AfterClose = 'reconnect' | 'reconnect-at-once' | 'give-up'

interface Close {
  readonly code: number
  readonly recorder: AfterClose
  readonly watcher: AfterClose
}

/** Why the gateway closes a socket, and what follows; a test holds it against the gateway's own. */
export const CLOSE_CODES: readonly Close[] = [
  { code: 1000, recorder: 'reconnect', watcher: 'give-up' },
  { code: 1012, recorder: 'reconnect-at-once', watcher: 'reconnect' },
  { code: 1013, recorder: 'reconnect', watcher: 'reconnect' },
  { code: 4400, recorder: 'reconnect', watcher: 'reconnect' },
  { code: 4401, recorder: 'reconnect', watcher: 'reconnect' },
  { code: 4403, recorder: 'give-up', watcher: 'give-up' },
  { code: 4404, recorder: 'give-up', watcher: 'give-up' },
  { code: 4408, recorder: 'reconnect', watcher: 'reconnect' },
  { code: 4409, recorder: 'give-up', watcher: 'reconnect' },
  { code: 4413, recorder: 'give-up', watcher: 'reconnect' },
]

/** Nothing that leaves the reason open ends a recording, or the watching of one. */
export function afterClose(who: 'recorder' | 'watcher', code: number): AfterClose {
  return CLOSE_CODES.find((close) => close.code === code)?.[who] ?? 'reconnect'
}
