import { describe, expect, it } from 'vitest'

import { Framer, levelOf } from './framer'

describe('Framer', () => {
  it('should give back every 16-bit sample as it was', () => {
    const pcm = Int16Array.from({ length: 65_536 }, (_, i) => i - 32_768)
    const framer = new Framer(0, 65_536)

    const [frame] = framer.push(
      Float32Array.from(pcm, (sample) => sample / (sample < 0 ? 32_768 : 32_767)),
    )

    expect(frame?.pcm).toEqual(pcm)
  })

  it('should number frames without gap, however the sound comes in', () => {
    const framer = new Framer(1000, 1600)

    const frames = Array.from({ length: 51 }, () => framer.push(new Float32Array(128))).flat()
    const last = framer.flush()

    expect(frames.map((frame) => frame.first)).toEqual([1000, 2600, 4200, 5800])
    expect(last).toMatchObject({ first: 7400 })
    expect(framer.position).toBe(1000 + 51 * 128)
    expect(framer.flush()).toBeUndefined()
  })

  it('should not wrap around when the sound is too loud', () => {
    const [frame] = new Framer(0, 2).push(Float32Array.of(1.5, -1.5))

    expect([...(frame?.pcm ?? [])]).toEqual([32_767, -32_768])
  })

  it('should tell silence from speech by its level', () => {
    expect(levelOf(new Int16Array(1600))).toEqual({ rms: 0, peak: 0 })
    expect(levelOf(new Int16Array(4).fill(16_384))).toEqual({ rms: 0.5, peak: 0.5 })
  })
})
