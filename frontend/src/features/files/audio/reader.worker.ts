import { promisedSeconds, soundOf } from '@/features/recording/audio/decoding'
import { WAV_HEADER_BYTES, wavHeader } from '@/features/recording/core/wav'
import { SAMPLES_PER_SECOND } from '@/lib/sampleClock'

import type { FromReader, ToReader } from './messages'

/** What a worker can do with a file of its own; the types of a page do not know it. */
interface Disk {
  write(bytes: BufferSource, place: { readonly at: number }): number
  truncate(bytes: number): void
  flush(): void
  close(): void
}

interface OwnFile extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<Disk>
}

const SAMPLE_BYTES = 2
const FULL = 32_768
const SHARE_EVERY = 5 * SAMPLES_PER_SECOND

/** Time stamps jitter, and encoders round the length of the whole up, by less; in seconds. */
const SHORTEST_GAP = 0.1
const SHORTEST_MISSING = 0.25

/** A jump further than this is a clock that was set, not sound that was lost. */
const LONGEST_GAP = 600

/** A file that cannot be decoded; thrown with its name. */
class UnreadableFile extends Error {
  readonly file: string

  constructor(file: string) {
    super('not decodable')
    this.file = file
  }
}

/**
 * Decodes files one behind the other into one WAV file, in the page's own part of the disk: an hour
 * takes no more memory than a minute. The head of that file promises what the chosen ones promise:
 * the gateway stores what is missing of it as a gap at the end, and says so.
 */
onmessage = ({ data }: MessageEvent<ToReader>) => {
  read(data).then(
    () => {
      tell({ type: 'done' })
    },
    (error: unknown) => {
      tell(
        error instanceof UnreadableFile
          ? { type: 'unreadable', file: error.file }
          : { type: 'failed' },
      )
    },
  )
}

async function read({ files, name }: ToReader): Promise<void> {
  const folder = await navigator.storage.getDirectory()
  const handle = (await folder.getFileHandle(name, { create: true })) as OwnFile
  const disk = await handle.createSyncAccessHandle()
  try {
    disk.truncate(0)
    const bytes = files.reduce((sum, { size }) => sum + size, 0)
    let samples = 0
    let missing = 0
    let read = 0
    for (const file of files) {
      const begin = samples
      samples = await append(file, disk, samples, (share) => {
        tell({ type: 'share', share: (read + share * file.size) / bytes })
      })
      missing += await missingOf(file, (samples - begin) / SAMPLES_PER_SECOND)
      read += file.size
    }
    disk.write(wavHeader(samples + missing), { at: 0 })
    disk.flush()
  } finally {
    disk.close()
  }
}

/** The samples there are then. */
async function append(
  file: File,
  disk: Disk,
  begin: number,
  onShare: (share: number) => void,
): Promise<number> {
  let samples = begin
  let told = begin
  try {
    for await (const { sound, share, at } of soundOf(file)) {
      samples += silenceUntil(at - (samples - begin) / SAMPLES_PER_SECOND)
      const pcm = new DataView(new ArrayBuffer(sound.length * SAMPLE_BYTES))
      sound.forEach((value, i) => {
        pcm.setInt16(i * SAMPLE_BYTES, sampleOf(value), true)
      })
      disk.write(pcm, { at: WAV_HEADER_BYTES + samples * SAMPLE_BYTES })
      samples += sound.length
      if (samples - told < SHARE_EVERY) continue
      told = samples
      onShare(share)
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') throw error
    throw new UnreadableFile(file.name)
  }
  if (samples === begin) throw new UnreadableFile(file.name)
  return samples
}

/**
 * Samples to be left silent for what could not be decoded, so that what follows stays in its place;
 * a file reads as zeros where nothing was written.
 */
function silenceUntil(seconds: number): number {
  return seconds > SHORTEST_GAP && seconds <= LONGEST_GAP
    ? Math.round(seconds * SAMPLES_PER_SECOND)
    : 0
}

/** Samples that a file says it has, and has not. */
async function missingOf(file: File, heard: number): Promise<number> {
  const missing = ((await promisedSeconds(file)) ?? 0) - heard
  return missing > SHORTEST_MISSING ? Math.round(missing * SAMPLES_PER_SECOND) : 0
}

/** Decoders scale alike on both sides of zero, so what was 16-bit sound comes out as it was. */
function sampleOf(value: number): number {
  return Math.max(-FULL, Math.min(FULL - 1, Math.round(value * FULL)))
}

function tell(message: FromReader): void {
  postMessage(message)
}
