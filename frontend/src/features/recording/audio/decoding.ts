import {
  ALL_FORMATS,
  AudioSampleSink,
  BlobSource,
  Input,
  Mp3InputFormat,
  ReadableStreamSource,
  type AudioSample,
} from 'mediabunny'

import { SAMPLES_PER_SECOND } from '@/lib/sampleClock'

import { mixed } from '../core/mixing'
import { saysItsLength } from '../core/mp3'
import { Resampler } from '../core/resampler'

/** Some of the sound, and how much of all there is has been decoded then, from 0 to 1. */
export interface Piece {
  readonly sound: Float32Array
  readonly share: number
  /** When it begins by the clock of the file, in seconds after its first sound. */
  readonly at: number
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
    let at = 0
    let first: number | undefined
    let resampler: { readonly from: number; readonly by: Resampler } | undefined
    for await (const sample of new AudioSampleSink(track).samples()) {
      const { sampleRate } = sample
      share = Math.min(1, (sample.timestamp + sample.duration) / length)
      first ??= sample.timestamp
      at = sample.timestamp - first
      const mono = oneChannelOf(sample)
      sample.close()
      if (resampler?.from !== sampleRate) {
        if (resampler) yield { sound: resampler.by.flush(), share, at }
        resampler = { from: sampleRate, by: new Resampler(sampleRate, SAMPLES_PER_SECOND) }
      }
      yield { sound: sampleRate === SAMPLES_PER_SECOND ? mono : resampler.by.push(mono), share, at }
    }
    if (resampler && resampler.from !== SAMPLES_PER_SECOND) {
      yield { sound: resampler.by.flush(), share, at }
    }
  } finally {
    input.dispose()
  }
}

/**
 * How long the sound of a file is by what the file itself says, in seconds; undefined where it does
 * not say. A file that was cut off still says it.
 */
export async function promisedSeconds(file: Blob): Promise<number | undefined> {
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(file) })
  try {
    const format = await input.getFormat()
    if (format instanceof Mp3InputFormat && !(await saysItsLength(file))) return undefined
    const tracks = await input.getTracks()
    const [track] = tracks
    // Some kinds know the length of their longest track only, which may be the picture.
    if (track === undefined || tracks.length > 1) return undefined
    const end = await track.getDurationFromMetadata()
    return end === null ? undefined : end - Math.max(0, await track.getFirstTimestamp())
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
