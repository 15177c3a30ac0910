import type { Listeners } from '../core/frameSource'

import type { FromWorklet, ToRecorder } from './messages'

/**
 * The way of captured sound: frames to the recorder, which keeps them; levels to the page.
 *
 * @param now when the sample before was captured, by the date
 */
export function listenersOf(
  recorder: MessagePort,
  page: { postMessage(message: unknown): void },
  now: () => number = () => Date.now(),
): Listeners {
  const tell = (message: ToRecorder, transfer: Transferable[] = []) => {
    recorder.postMessage(message, transfer)
  }
  const show = (message: FromWorklet) => {
    page.postMessage(message)
  }
  return {
    onFrame: ({ pcm }) => {
      // The date is the only clock of an audio thread that goes on while no sound is captured.
      tell({ type: 'frame', pcm, at: now() }, [pcm.buffer])
    },
    onLevel: (level, position) => {
      show({ type: 'level', level, position })
    },
    onPaused: () => {
      tell({ type: 'paused', at: now() })
    },
    onResumed: () => {
      tell({ type: 'resumed', at: now() })
    },
    onEnded: () => {
      tell({ type: 'ended', at: now() })
      show({ type: 'ended' })
    },
  }
}
