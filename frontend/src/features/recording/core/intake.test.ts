import { describe, expect, it } from 'vitest'

import type { Frame } from './frame'
import { FrameIntake } from './intake'

const frame = (first: number): Frame => ({ first, pcm: new Int16Array(1) })

describe('FrameIntake', () => {
  it('should keep frames in the order in which they were captured', async () => {
    const kept: number[] = []
    const intake = new FrameIntake({
      keep: ({ first }) => {
        kept.push(first)
        return Promise.resolve()
      },
      onTrouble: () => undefined,
    })

    for (let i = 0; i < 5; i++) intake.take(frame(i))
    await intake.settled()

    expect(kept).toEqual([0, 1, 2, 3, 4])
  })

  it('should lose nothing while the device has no room, and say so', async () => {
    const kept: number[] = []
    const waiting: number[] = []
    const retries: (() => void)[] = []
    let full = true
    const intake = new FrameIntake({
      keep: ({ first }) => {
        if (full) return Promise.reject(new DOMException('', 'QuotaExceededError'))
        kept.push(first)
        return Promise.resolve()
      },
      onTrouble: (frames) => waiting.push(frames),
      schedule: (run) => retries.push(run),
    })

    intake.take(frame(0))
    await Promise.resolve()
    await Promise.resolve()
    intake.take(frame(1))
    intake.take(frame(2))
    full = false
    const settled = intake.settled()
    while (retries.length > 0) {
      retries.shift()?.()
      await new Promise((resolve) => setTimeout(resolve))
    }
    await settled

    expect(kept).toEqual([0, 1, 2])
    expect(waiting).toEqual([1, 2, 3, 0])
  })
})
