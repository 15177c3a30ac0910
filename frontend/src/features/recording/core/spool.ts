import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

import { endOf, type Frame } from './frame'

/** What is recorded: the room, or the sample visit. */
export type SoundKind = 'microphone' | 'sample'

/** What this device knows of a recording that is not wholly safe yet. */
export interface SpooledRecording {
  readonly encounterId: string
  /** Proves to any gateway that it is the same recorder that comes back. */
  readonly recorderId: string
  readonly startedAt: string
  readonly sound: SoundKind
  /** Position after the last captured sample. */
  readonly captured: number
  /** Everything before it is safe elsewhere. */
  readonly acknowledged: number
  /** By the date, when the last of it was captured; absent while the clinician pauses. */
  readonly capturedAt?: number | undefined
  /** The clinician ended the recording; only sending remains. */
  readonly ended: boolean
}

export interface Beginning {
  readonly encounterId: string
  readonly recorderId: string
  readonly sound: SoundKind
  /** Where another recorder has left off; everything before it is safe. */
  readonly from: number
}

/** Keeps every captured frame on this device until it is acknowledged. */
export interface Spool {
  /** Goes on with what is kept of it, or begins at `from`. */
  begin(beginning: Beginning): Promise<SpooledRecording>
  append(encounterId: string, frame: Frame): Promise<void>
  /** Nothing could be captured up to there; it stays empty. */
  reach(encounterId: string, position: number): Promise<void>
  /** The clinician pauses: the time from now on is nobody's loss. */
  rest(encounterId: string): Promise<void>
  /** Frames that reach past `from`, in order, at most `limit`. */
  read(encounterId: string, from: number, limit: number): Promise<Frame[]>
  acknowledge(encounterId: string, through: number): Promise<void>
  /** Puts all that is not acknowledged, and whatever follows, later by so many samples. */
  move(encounterId: string, by: number): Promise<void>
  end(encounterId: string): Promise<void>
  /** Forgets a recording: all of it is safe, or its consent was withdrawn. */
  remove(encounterId: string): Promise<void>
  find(encounterId: string): Promise<SpooledRecording | undefined>
  unfinished(): Promise<SpooledRecording[]>
}

interface SpoolSchema extends DBSchema {
  recordings: { key: string; value: SpooledRecording }
  frames: { key: [string, number]; value: { encounterId: string; first: number; pcm: Int16Array } }
}

const DATABASE = 'medic-scribe'

export async function openSpool(): Promise<Spool> {
  const db = await openDB<SpoolSchema>(DATABASE, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('recordings', { keyPath: 'encounterId' })
      fresh.createObjectStore('frames', { keyPath: ['encounterId', 'first'] })
    },
  })
  return new IndexedDbSpool(db)
}

class IndexedDbSpool implements Spool {
  readonly #db: IDBPDatabase<SpoolSchema>

  constructor(db: IDBPDatabase<SpoolSchema>) {
    this.#db = db
  }

  async begin({ from, ...beginning }: Beginning): Promise<SpooledRecording> {
    const tx = this.#db.transaction('recordings', 'readwrite')
    const known = await tx.store.get(beginning.encounterId)
    const recording = known ?? {
      ...beginning,
      startedAt: new Date().toISOString(),
      captured: from,
      acknowledged: from,
      ended: false,
    }
    if (!known) await tx.store.put(recording)
    await tx.done
    return recording
  }

  async append(encounterId: string, frame: Frame): Promise<void> {
    const tx = this.#db.transaction(['recordings', 'frames'], 'readwrite', {
      durability: 'relaxed',
    })
    const recording = await tx.objectStore('recordings').get(encounterId)
    if (!recording) throw new Error('append to a recording that was not begun')
    await Promise.all([
      tx.objectStore('frames').put({ encounterId, first: frame.first, pcm: frame.pcm }),
      tx.objectStore('recordings').put({
        ...recording,
        captured: Math.max(recording.captured, endOf(frame)),
        capturedAt: Date.now(),
      }),
      tx.done,
    ])
  }

  async reach(encounterId: string, position: number): Promise<void> {
    await this.#change(encounterId, (recording) => ({
      ...recording,
      captured: Math.max(recording.captured, position),
    }))
  }

  async rest(encounterId: string): Promise<void> {
    await this.#change(encounterId, (recording) => ({ ...recording, capturedAt: undefined }))
  }

  async read(encounterId: string, from: number, limit: number): Promise<Frame[]> {
    const frames: Frame[] = []
    const tx = this.#db.transaction('frames')
    // A frame that starts before `from` may reach past it; frames are dropped as they are
    // acknowledged, so the oldest one kept is where to begin.
    let cursor = await tx.store.openCursor(
      IDBKeyRange.bound([encounterId, 0], [encounterId, Infinity]),
    )
    while (cursor && frames.length < limit) {
      const { first, pcm } = cursor.value
      if (first + pcm.length > from) frames.push({ first, pcm })
      cursor = await cursor.continue()
    }
    return frames
  }

  async acknowledge(encounterId: string, through: number): Promise<void> {
    const tx = this.#db.transaction(['recordings', 'frames'], 'readwrite')
    const recording = await tx.objectStore('recordings').get(encounterId)
    if (recording && through > recording.acknowledged) {
      await tx.objectStore('recordings').put({ ...recording, acknowledged: through })
      let cursor = await tx
        .objectStore('frames')
        .openCursor(IDBKeyRange.bound([encounterId, 0], [encounterId, through], false, true))
      while (cursor && endOf(cursor.value) <= through) {
        await cursor.delete()
        cursor = await cursor.continue()
      }
    }
    await tx.done
  }

  async move(encounterId: string, by: number): Promise<void> {
    const tx = this.#db.transaction(['recordings', 'frames'], 'readwrite')
    const recording = await tx.objectStore('recordings').get(encounterId)
    if (recording) {
      const { captured, acknowledged } = recording
      await tx
        .objectStore('recordings')
        .put({ ...recording, captured: captured + by, acknowledged: acknowledged + by })
    }
    const frames = tx.objectStore('frames')
    // From the last on: no frame lands where one has still to leave.
    let cursor = await frames.openCursor(
      IDBKeyRange.bound([encounterId, 0], [encounterId, Infinity]),
      'prev',
    )
    while (cursor) {
      const frame = cursor.value
      await cursor.delete()
      await frames.put({ ...frame, first: frame.first + by })
      cursor = await cursor.continue()
    }
    await tx.done
  }

  async end(encounterId: string): Promise<void> {
    await this.#change(encounterId, (recording) => ({ ...recording, ended: true }))
  }

  async remove(encounterId: string): Promise<void> {
    const tx = this.#db.transaction(['recordings', 'frames'], 'readwrite')
    await Promise.all([
      tx.objectStore('recordings').delete(encounterId),
      tx.objectStore('frames').delete(IDBKeyRange.bound([encounterId, 0], [encounterId, Infinity])),
      tx.done,
    ])
  }

  find(encounterId: string): Promise<SpooledRecording | undefined> {
    return this.#db.get('recordings', encounterId)
  }

  unfinished(): Promise<SpooledRecording[]> {
    return this.#db.getAll('recordings')
  }

  async #change(
    encounterId: string,
    change: (recording: SpooledRecording) => SpooledRecording,
  ): Promise<void> {
    const tx = this.#db.transaction('recordings', 'readwrite')
    const recording = await tx.store.get(encounterId)
    if (recording) await tx.store.put(change(recording))
    await tx.done
  }
}
