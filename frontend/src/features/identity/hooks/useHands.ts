import { useEffect } from 'react'

import type { IdleLock } from '../core/idleLock'

const LOOK_EVERY_MS = 1_000
const HANDS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Lets the lock know of every hand on the page, and of the time that passes without one. */
export function useHands(lock: IdleLock): void {
  useEffect(() => {
    const look = () => {
      lock.look()
    }
    const onHand = (event: Event) => {
      if (isHand(event)) lock.hand()
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    HANDS.forEach((name) => {
      window.addEventListener(name, onHand, { capture: true, passive: true })
    })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      HANDS.forEach((name) => {
        window.removeEventListener(name, onHand, { capture: true })
      })
      document.removeEventListener('visibilitychange', look)
    }
  }, [lock])
}

/** Browsers also tell of a move when words scroll beneath a mouse that lies still. */
function isHand(event: Event): boolean {
  if (event.type !== 'pointermove') return true
  const { movementX, movementY } = event as PointerEvent
  return movementX !== 0 || movementY !== 0
}
