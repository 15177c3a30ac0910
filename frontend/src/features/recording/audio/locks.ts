const nameOf = (encounterId: string) => `medic-scribe:recording:${encounterId}`

/** Held by the one tab of this browser that records or sends a visit. */
export async function holdVisit(encounterId: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    void navigator.locks.request(nameOf(encounterId), { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve(undefined)
        return undefined
      }
      return new Promise<void>((release) => {
        resolve(release)
      })
    })
  })
}

/** Tells of a visit whether some tab of this browser records or sends it now. */
export async function visitsHeld(): Promise<(encounterId: string) => boolean> {
  const { held = [] } = await navigator.locks.query()
  const names = new Set(held.map(({ name }) => name))
  return (encounterId) => names.has(nameOf(encounterId))
}

/** Keeps the screen on while a visit is recorded, where a browser can; the system may take it back. */
export function keepAwake(): () => void {
  let sentinel: WakeLockSentinel | undefined
  let wanted = true
  const ask = () => {
    if (!wanted || document.visibilityState !== 'visible') return
    // Absent in older browsers.
    const wakeLock = navigator.wakeLock as WakeLock | undefined
    wakeLock?.request('screen').then(
      (granted) => {
        sentinel = granted
        if (!wanted) void granted.release()
      },
      () => undefined,
    )
  }
  ask()
  document.addEventListener('visibilitychange', ask)
  return () => {
    wanted = false
    document.removeEventListener('visibilitychange', ask)
    void sentinel?.release()
  }
}
