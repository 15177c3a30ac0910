import {
  ALL_FORMATS,
  AudioSampleSink,
  BlobSource,
  Input,
  ReadableStreamSource,
  type AudioSample,
} from 'mediabunny'

import { SAMPLES_PER_SECOND } from '@/lib/sampleClock'

import { mixed } from '../core/mixing'
import { Resampler } from '../core/resampler'

/** Some of the sound, and how much of all there is has been decoded then, from 0 to 1. */
export interface Piece {
  readonly sound: Float32Array
  readonly share: number
}

/** The file holds no sound that this browser can decode. */
export class NotDecodable extends Error {}

/**
 * The sound of a file or of a stream that still grows: one channel, 16 kHz, piece by piece, so that
 * an hour takes no more memory than a minute.
 */
export async function* soundOf(encoded: Blob | ReadableStream<Uint8Array>): AsyncGenerator<Piece> {
  const input = new Input({
    formats: ALL_FORMATS,
    source: encoded instanceof Blob ? new BlobSource(encoded) : new ReadableStreamSource(encoded),
  })
  try {
    const track = await input.getPrimaryAudioTrack()
    if (!track || !(await track.canDecode())) throw new NotDecodable()
    const length = encoded instanceof Blob ? await track.computeDuration() : Infinity
    let share = 0
    let resampler: { readonly from: number; readonly by: Resampler } | undefined
    for await (const sample of new AudioSampleSink(track).samples()) {
      const { sampleRate } = sample
      share = Math.min(1, (sample.timestamp + sample.duration) / length)
      const mono = oneChannelOf(sample)
      sample.close()
      if (resampler?.from !== sampleRate) {
        if (resampler) yield { sound: resampler.by.flush(), share }
        resampler = { from: sampleRate, by: new Resampler(sampleRate, SAMPLES_PER_SECOND) }
      }
      yield { sound: sampleRate === SAMPLES_PER_SECOND ? mono : resampler.by.push(mono), share }
    }
    if (resampler && resampler.from !== SAMPLES_PER_SECOND) {
      yield { sound: resampler.by.flush(), share }
    }
  } finally {
    input.dispose()
  }
}

function oneChannelOf(sample: AudioSample): Float32Array {
  const channels = Array.from({ length: sample.numberOfChannels }, (_, planeIndex) => {
    const plane = new Float32Array(sample.numberOfFrames)
    sample.copyTo(plane, { planeIndex, format: 'f32-planar' })
    return plane
  })
  return mixed(channels)
}
