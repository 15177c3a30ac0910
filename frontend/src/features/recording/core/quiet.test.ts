import { describe, expect, it } from 'vitest'

import { QuietWatch } from './quiet'
import { SAMPLES_PER_SECOND } from '@/lib/sampleClock'

const seconds = (count: number) => count * SAMPLES_PER_SECOND
const DEAD = { rms: 0, peak: 0 }
const ROOM = { rms: 0.002, peak: 0.01 }
const SPEECH = { rms: 0.05, peak: 0.3 }

describe('QuietWatch', () => {
  it('should notice a dead input after ten seconds, and not before', () => {
    const watch = new QuietWatch(0)

    expect(watch.heard(DEAD, seconds(9.9))).toBe('no')
    expect(watch.heard(DEAD, seconds(10))).toBe('nothing-heard')
    expect(watch.heard(ROOM, seconds(11))).toBe('no')
  })

  it('should ask after three minutes without speech', () => {
    const watch = new QuietWatch(0)
    watch.heard(SPEECH, seconds(5))

    expect(watch.heard(ROOM, seconds(184))).toBe('no')
    expect(watch.heard(ROOM, seconds(185))).toBe('nobody-speaks')
  })

  it('should leave the clinician alone for as long again once they have answered', () => {
    const watch = new QuietWatch(0)
    watch.heard(ROOM, seconds(180))

    watch.dismiss(seconds(180))

    expect(watch.heard(ROOM, seconds(181))).toBe('no')
  })
})
