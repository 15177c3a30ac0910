import { Unreadable } from '../core/fileUpload'

import type { FromReader, ToReader } from './messages'

const nameOf = (encounterId: string) => `${encounterId}.wav`

/** All files of a visit as one WAV file; it stays on the disk of this device until it is forgotten. */
export async function readFiles(
  encounterId: string,
  files: readonly File[],
  onShare: (share: number) => void,
): Promise<Blob> {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' })
  try {
    await new Promise<void>((resolve, reject) => {
      worker.onerror = () => {
        reject(new Error('the files could not be read'))
      }
      worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
        if (data.type === 'share') onShare(data.share)
        else if (data.type === 'done') resolve()
        else if (data.type === 'unreadable') reject(new Unreadable(data.file))
        else reject(new Error('this device has no room for the files'))
      }
      worker.postMessage({ files, name: nameOf(encounterId) } satisfies ToReader)
    })
  } finally {
    worker.terminate()
  }
  const folder = await navigator.storage.getDirectory()
  const handle = await folder.getFileHandle(nameOf(encounterId))
  return handle.getFile()
}

export async function forgetRead(encounterId: string): Promise<void> {
  try {
    const folder = await navigator.storage.getDirectory()
    await folder.removeEntry(nameOf(encounterId))
  } catch {
    // It was sent as it is.
  }
}
