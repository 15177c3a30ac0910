import { describe, expect, it } from 'vitest'

import { wavOf } from './wav'

describe('wavOf', () => {
  it('should be a mono recording of all the frames, in order', async () => {
    const wav = wavOf([
      { first: 1600, pcm: Int16Array.of(1, -2) },
      { first: 1602, pcm: Int16Array.of(3) },
    ])

    const bytes = new DataView(await wav.arrayBuffer())
    const text = (at: number) =>
      String.fromCharCode(...[0, 1, 2, 3].map((i) => bytes.getUint8(at + i)))
    expect([text(0), text(8), text(12), text(36)]).toEqual(['RIFF', 'WAVE', 'fmt ', 'data'])
    expect(bytes.getUint32(4, true)).toBe(bytes.byteLength - 8)
    expect(bytes.getUint32(24, true)).toBe(16_000)
    expect(bytes.getUint32(40, true)).toBe(6)
    expect([44, 46, 48].map((at) => bytes.getInt16(at, true))).toEqual([1, -2, 3])
  })
})
