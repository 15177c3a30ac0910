import { openDB, type DBSchema } from 'idb'

/** The files that were chosen as the recording of a visit, in order, and are not sent yet. */
export interface KeptFiles {
  readonly encounterId: string
  readonly files: readonly File[]
}

/** Keeps the files that one person chose on this device until their recording is safe elsewhere. */
export interface FileShelf {
  keep(kept: KeptFiles): Promise<void>
  all(): Promise<KeptFiles[]>
  remove(encounterId: string): Promise<void>
  /** Of how many visits of other people this device keeps files. */
  othersKept(): Promise<number>
}

interface ShelfSchema extends DBSchema {
  files: { key: [string, string]; value: KeptFiles & { readonly person: string } }
}

/** The shelf of the person who is signed in; what others left here is not on it. */
export async function openShelf(person: string): Promise<FileShelf> {
  const db = await openDB<ShelfSchema>('medic-scribe-chosen', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('files', { keyPath: ['person', 'encounterId'] })
    },
  })
  const own = IDBKeyRange.bound([person], [person, []])
  return {
    keep: async (kept) => {
      await db.put('files', { ...kept, person })
    },
    all: () => db.getAll('files', own),
    remove: (encounterId) => db.delete('files', [person, encounterId]),
    othersKept: async () => (await db.count('files')) - (await db.count('files', own)),
  }
}
