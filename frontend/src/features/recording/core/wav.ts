import { SAMPLES_PER_SECOND } from '@/lib/sampleClock'

import type { Frame } from './frame'

export const WAV_HEADER_BYTES = 44
const SAMPLE_BYTES = 2
const PCM = 1
const MONO = 1

/** What stands before so many samples of ours in a file that any player opens. */
export function wavHeader(samples: number): ArrayBuffer {
  const bytes = new DataView(new ArrayBuffer(WAV_HEADER_BYTES))
  const text = (at: number, word: string) => {
    for (let i = 0; i < word.length; i++) bytes.setUint8(at + i, word.charCodeAt(i))
  }
  text(0, 'RIFF')
  bytes.setUint32(4, WAV_HEADER_BYTES - 8 + samples * SAMPLE_BYTES, true)
  text(8, 'WAVEfmt ')
  bytes.setUint32(16, 16, true)
  bytes.setUint16(20, PCM, true)
  bytes.setUint16(22, MONO, true)
  bytes.setUint32(24, SAMPLES_PER_SECOND, true)
  bytes.setUint32(28, SAMPLES_PER_SECOND * SAMPLE_BYTES, true)
  bytes.setUint16(32, SAMPLE_BYTES, true)
  bytes.setUint16(34, SAMPLE_BYTES * 8, true)
  text(36, 'data')
  bytes.setUint32(40, samples * SAMPLE_BYTES, true)
  return bytes.buffer
}

/** The frames as a recording that any player opens. */
export function wavOf(frames: readonly Frame[]): Blob {
  const samples = frames.reduce((sum, { pcm }) => sum + pcm.length, 0)
  const bytes = new DataView(new ArrayBuffer(samples * SAMPLE_BYTES))
  let at = 0
  for (const { pcm } of frames) {
    for (const sample of pcm) {
      bytes.setInt16(at, sample, true)
      at += SAMPLE_BYTES
    }
  }
  return new Blob([wavHeader(samples), bytes.buffer], { type: 'audio/wav' })
}
