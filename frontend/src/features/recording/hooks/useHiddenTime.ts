import { useEffect, useState } from 'react'

import { secondsOf } from '@/lib/sampleClock'

import type { RecordingSession } from '../core/session'

/** Less than this is the time a browser takes to tell, not a pause in the recording. */
const NOTICEABLE_SECONDS = 2

/**
 * A hidden tab goes on recording on a computer; a telephone may stop it. What was missed is the
 * time that went by less the sound that came in.
 */
export function useHiddenTime(session: RecordingSession) {
  const [missedSeconds, setMissed] = useState(0)
  useEffect(() => {
    let left: { at: number; captured: number } | undefined
    const changed = () => {
      const { phase, status } = session.state.get()
      if (phase !== 'recording') return
      if (document.visibilityState === 'hidden') {
        left = { at: performance.now(), captured: status.captured }
        return
      }
      if (!left) return
      const away = (performance.now() - left.at) / 1000
      const missed = Math.round(away - secondsOf(status.captured - left.captured))
      left = undefined
      if (missed >= NOTICEABLE_SECONDS) setMissed(missed)
    }
    document.addEventListener('visibilitychange', changed)
    return () => {
      document.removeEventListener('visibilitychange', changed)
    }
  }, [session])
  return {
    missedSeconds,
    dismiss: () => {
      setMissed(0)
    },
  }
}
