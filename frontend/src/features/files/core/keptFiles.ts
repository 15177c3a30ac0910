import { openDB, type DBSchema } from 'idb'

/** The files that were chosen as the recording of a visit, in order, and are not sent yet. */
export interface KeptFiles {
  readonly encounterId: string
  readonly files: readonly File[]
}

/** Keeps chosen files on this device until the recording they make is safe elsewhere. */
export interface FileShelf {
  keep(kept: KeptFiles): Promise<void>
  all(): Promise<KeptFiles[]>
  remove(encounterId: string): Promise<void>
}

interface ShelfSchema extends DBSchema {
  files: { key: string; value: KeptFiles }
}

export async function openShelf(): Promise<FileShelf> {
  const db = await openDB<ShelfSchema>('medic-scribe-files', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('files', { keyPath: 'encounterId' })
    },
  })
  return {
    keep: async (kept) => {
      await db.put('files', kept)
    },
    all: () => db.getAll('files'),
    remove: (encounterId) => db.delete('files', encounterId),
  }
}
