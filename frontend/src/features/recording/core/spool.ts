import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb'

import { endOf, type Frame } from './frame'
import { makeKey, opened, sealed } from './seal'

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
  /** By the date, when its owner was first told that it is too old to stay. */
  readonly warnedAt?: number | undefined
  /** Its sound was deleted, as its owner had been told; only that is still to be said. */
  readonly expired?: boolean | undefined
}

export interface Beginning {
  readonly encounterId: string
  readonly recorderId: string
  readonly sound: SoundKind
  /** Where another recorder has left off; everything before it is safe. */
  readonly from: number
}

/** Keeps every captured frame of one person on this device until it is acknowledged. */
export interface Spool {
  /** Goes on with what is kept of it, or begins at `from`. */
  begin(beginning: Beginning): Promise<SpooledRecording>
  append(encounterId: string, frame: Frame): Promise<void>
  /** Nothing could be captured up to there; it stays empty. */
  reach(encounterId: string, position: number): Promise<void>
  /** The clinician pauses: the time from now on is nobody's loss. */
  rest(encounterId: string): Promise<void>
  /** Frames that reach past `from`, in order, at most `limit`; those that cannot be read are left out. */
  read(encounterId: string, from: number, limit: number): Promise<Frame[]>
  acknowledge(encounterId: string, through: number): Promise<void>
  /** Puts all that is not acknowledged, and whatever follows, later by so many samples. */
  move(encounterId: string, by: number): Promise<void>
  end(encounterId: string): Promise<void>
  /** Forgets a recording: all of it is safe, or its consent was withdrawn. */
  remove(encounterId: string): Promise<void>
  /** Its owner has been told that it is too old to stay. */
  warn(encounterId: string): Promise<void>
  /** Deletes the sound; that it was deleted stays until its owner has read it. */
  expire(encounterId: string): Promise<void>
  find(encounterId: string): Promise<SpooledRecording | undefined>
  unfinished(): Promise<SpooledRecording[]>
  /** Whether the key is still there which the kept sound was encrypted with. */
  isReadable(): Promise<boolean>
  /** Of how many recordings of other people this device keeps something. */
  othersKept(): Promise<number>
}

interface Owned {
  readonly person: string
}

interface SealedFrame extends Owned {
  readonly encounterId: string
  readonly first: number
  readonly samples: number
  readonly iv: Uint8Array
  readonly sound: ArrayBuffer
}

interface SpoolSchema extends DBSchema {
  keys: { key: string; value: Owned & { readonly key: CryptoKey } }
  recordings: { key: [string, string]; value: SpooledRecording & Owned }
  frames: { key: [string, string, number]; value: SealedFrame }
}

const DATABASE = 'medic-scribe-sound'

let database: Promise<IDBPDatabase<SpoolSchema>> | undefined

/** The spool of the person who is signed in; what others left here is not in it. */
export async function openSpool(person: string): Promise<Spool> {
  database ??= openDB<SpoolSchema>(DATABASE, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('keys', { keyPath: 'person' })
      fresh.createObjectStore('recordings', { keyPath: ['person', 'encounterId'] })
      fresh.createObjectStore('frames', { keyPath: ['person', 'encounterId', 'first'] })
    },
    terminated() {
      database = undefined
    },
  })
  try {
    return new IndexedDbSpool(await database, person)
  } catch (error) {
    database = undefined
    throw error
  }
}

class IndexedDbSpool implements Spool {
  readonly #db: IDBPDatabase<SpoolSchema>
  readonly #person: string
  #key: CryptoKey | undefined
  /** Encrypting takes a moment in which nothing else may move the frame's place. */
  #placing: Promise<unknown> = Promise.resolve()

  constructor(db: IDBPDatabase<SpoolSchema>, person: string) {
    this.#db = db
    this.#person = person
  }

  async begin({ from, ...beginning }: Beginning): Promise<SpooledRecording> {
    // Made before the transaction, which would not wait for it.
    const fresh = await makeKey()
    const tx = this.#db.transaction(['keys', 'recordings'], 'readwrite')
    const keys = tx.objectStore('keys')
    const recordings = tx.objectStore('recordings')
    const [kept, known] = await Promise.all([
      keys.get(this.#person),
      recordings.get(this.#of(beginning.encounterId)),
    ])
    this.#key = kept?.key ?? fresh
    const recording = {
      ...(known ?? {
        ...beginning,
        person: this.#person,
        startedAt: new Date().toISOString(),
        captured: from,
        acknowledged: from,
        ended: false,
      }),
      warnedAt: undefined,
      expired: undefined,
    }
    await Promise.all([
      kept ? undefined : keys.put({ person: this.#person, key: fresh }),
      recordings.put(recording),
      tx.done,
    ])
    return recording
  }

  append(encounterId: string, frame: Frame): Promise<void> {
    return this.#inPlace(async () => {
      const key = await this.#ownKey()
      if (!key) throw new Error('append to a recording that was not begun')
      const { iv, sound } = await sealed(key, this.#bond(encounterId), frame.pcm)
      const tx = this.#db.transaction(['recordings', 'frames'], 'readwrite', {
        durability: 'relaxed',
      })
      const recording = await tx.objectStore('recordings').get(this.#of(encounterId))
      if (!recording) throw new Error('append to a recording that was not begun')
      await Promise.all([
        tx.objectStore('frames').put({
          person: this.#person,
          encounterId,
          first: frame.first,
          samples: frame.pcm.length,
          iv,
          sound,
        }),
        tx.objectStore('recordings').put({
          ...recording,
          captured: Math.max(recording.captured, endOf(frame)),
          capturedAt: Date.now(),
        }),
        tx.done,
      ])
    })
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
    const key = await this.#ownKey()
    if (!key) return []
    const frames: Frame[] = []
    let after = 0
    while (frames.length < limit) {
      const kept = await this.#db.getAll(
        'frames',
        this.#framesFrom(encounterId, after),
        READ_AT_ONCE,
      )
      for (const { first, samples, iv, sound } of kept) {
        if (frames.length === limit || first + samples <= from) continue
        const pcm = await opened(key, this.#bond(encounterId), iv, sound)
        if (pcm) frames.push({ first, pcm })
      }
      const last = kept.at(-1)
      if (!last || kept.length < READ_AT_ONCE) break
      after = last.first + 1
    }
    return frames
  }

  async acknowledge(encounterId: string, through: number): Promise<void> {
    const tx = this.#db.transaction(['recordings', 'frames'], 'readwrite')
    const recording = await tx.objectStore('recordings').get(this.#of(encounterId))
    if (recording && through > recording.acknowledged) {
      await tx.objectStore('recordings').put({ ...recording, acknowledged: through })
      let cursor = await tx
        .objectStore('frames')
        .openCursor(
          IDBKeyRange.bound(
            [this.#person, encounterId, 0],
            [this.#person, encounterId, through],
            false,
            true,
          ),
        )
      while (cursor && cursor.value.first + cursor.value.samples <= through) {
        await cursor.delete()
        cursor = await cursor.continue()
      }
    }
    await tx.done
  }

  move(encounterId: string, by: number): Promise<void> {
    return this.#inPlace(async () => {
      const tx = this.#db.transaction(['recordings', 'frames'], 'readwrite')
      const recording = await tx.objectStore('recordings').get(this.#of(encounterId))
      if (recording) {
        const { captured, acknowledged } = recording
        await tx
          .objectStore('recordings')
          .put({ ...recording, captured: captured + by, acknowledged: acknowledged + by })
      }
      const frames = tx.objectStore('frames')
      // From the last on: no frame lands where one has still to leave.
      let cursor = await frames.openCursor(this.#framesFrom(encounterId, 0), 'prev')
      while (cursor) {
        const frame = cursor.value
        await cursor.delete()
        await frames.put({ ...frame, first: frame.first + by })
        cursor = await cursor.continue()
      }
      await tx.done
    })
  }

  async end(encounterId: string): Promise<void> {
    await this.#change(encounterId, (recording) => ({ ...recording, ended: true }))
  }

  async remove(encounterId: string): Promise<void> {
    const tx = this.#db.transaction(['keys', 'recordings', 'frames'], 'readwrite')
    await tx.objectStore('recordings').delete(this.#of(encounterId))
    await tx.objectStore('frames').delete(this.#framesFrom(encounterId, 0))
    await this.#forgetKeyOfNothing(tx)
    await tx.done
  }

  async warn(encounterId: string): Promise<void> {
    await this.#change(encounterId, (recording) => ({
      ...recording,
      warnedAt: recording.warnedAt ?? Date.now(),
    }))
  }

  async expire(encounterId: string): Promise<void> {
    const tx = this.#db.transaction(['recordings', 'frames'], 'readwrite')
    const recording = await tx.objectStore('recordings').get(this.#of(encounterId))
    if (recording) {
      await tx.objectStore('frames').delete(this.#framesFrom(encounterId, 0))
      await tx.objectStore('recordings').put({ ...recording, expired: true })
    }
    await tx.done
  }

  find(encounterId: string): Promise<SpooledRecording | undefined> {
    return this.#db.get('recordings', this.#of(encounterId))
  }

  unfinished(): Promise<SpooledRecording[]> {
    return this.#db.getAll('recordings', this.#all())
  }

  async isReadable(): Promise<boolean> {
    return (await this.#ownKey()) !== undefined
  }

  async othersKept(): Promise<number> {
    const tx = this.#db.transaction('recordings')
    const [everybody, own] = await Promise.all([tx.store.count(), tx.store.count(this.#all())])
    return everybody - own
  }

  /** The key lives as long as something is kept that needs it. */
  async #forgetKeyOfNothing(
    tx: IDBPTransaction<SpoolSchema, ('keys' | 'recordings' | 'frames')[], 'readwrite'>,
  ): Promise<void> {
    if ((await tx.objectStore('recordings').count(this.#all())) > 0) return
    await tx.objectStore('keys').delete(this.#person)
    this.#key = undefined
  }

  async #ownKey(): Promise<CryptoKey | undefined> {
    this.#key ??= (await this.#db.get('keys', this.#person))?.key
    return this.#key
  }

  #inPlace<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#placing.then(work, work)
    this.#placing = done
    return done
  }

  #of(encounterId: string): [string, string] {
    return [this.#person, encounterId]
  }

  /** A frame that is put into another visit, or another person's, does not open there. */
  #bond(encounterId: string): string {
    return `${this.#person}\n${encounterId}`
  }

  #all(): IDBKeyRange {
    return IDBKeyRange.bound([this.#person], [this.#person, []])
  }

  #framesFrom(encounterId: string, first: number): IDBKeyRange {
    return IDBKeyRange.bound(
      [this.#person, encounterId, first],
      [this.#person, encounterId, Infinity],
    )
  }

  async #change(
    encounterId: string,
    change: (recording: SpooledRecording & Owned) => SpooledRecording & Owned,
  ): Promise<void> {
    const tx = this.#db.transaction('recordings', 'readwrite')
    const recording = await tx.store.get(this.#of(encounterId))
    if (recording) await tx.store.put(change(recording))
    await tx.done
  }
}

/** Ten seconds of frames. */
const READ_AT_ONCE = 100
