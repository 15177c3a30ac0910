import { soundOf } from '@/features/recording/audio/decoding'
import { sampleOf } from '@/features/recording/core/framer'
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
const SHARE_EVERY = 5 * SAMPLES_PER_SECOND

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
 * takes no more memory than a minute.
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
    let read = 0
    for (const file of files) {
      samples = await append(file, disk, samples, (share) => {
        tell({ type: 'share', share: (read + share * file.size) / bytes })
      })
      read += file.size
    }
    disk.write(wavHeader(samples), { at: 0 })
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
    for await (const { sound, share } of soundOf(file)) {
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

function tell(message: FromReader): void {
  postMessage(message)
}
