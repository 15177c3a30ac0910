import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react'

import { useServices } from '@/lib/services'
import { Store, type Readable } from '@/lib/store'
import { useReadable } from '@/lib/useReadable'

import { openCapture } from '../audio/browserCapture'
import { holdVisit, keepAwake } from '../audio/locks'
import { WorkerRecorder, type RecorderSettings } from '../audio/workerRecorder'
import { isLive, RecordingSession, type Phase, type Sound } from '../core/session'
import { openSpool } from '../core/spool'

/** The recording of this tab: one at a time, wherever in the page the clinician is. */
export interface Recordings {
  readonly current: Readable<RecordingSession | undefined>
  /** False when another tab of this browser already records or sends this visit. */
  begin(encounterId: string, sound: Sound, takeOverFrom?: number): Promise<boolean>
  /** Sends what an earlier recording left on this device, and ends it. */
  finish(encounterId: string): Promise<boolean>
  /** Deletes what is left of a recording on this device. */
  discard(encounterId: string): Promise<void>
}

const RecordingsContext = createContext<Recordings | undefined>(undefined)

export function RecordingsProvider({ children }: { readonly children: ReactNode }) {
  const { config, identity, person } = useServices()
  const recordings = useMemo(
    () =>
      new TabRecordings({
        socketUrl: config.socketUrl,
        person: person.id,
        accessToken: () => identity.accessToken(),
      }),
    [config, identity, person],
  )
  useEffect(() => {
    const askBeforeLeaving = (event: BeforeUnloadEvent) => {
      const phase = recordings.current.get()?.state.get().phase
      if (phase && (isLive(phase) || phase === 'finishing')) event.preventDefault()
    }
    window.addEventListener('beforeunload', askBeforeLeaving)
    return () => {
      window.removeEventListener('beforeunload', askBeforeLeaving)
    }
  }, [recordings])
  return <RecordingsContext value={recordings}>{children}</RecordingsContext>
}

export function useRecordings(): Recordings {
  const recordings = useContext(RecordingsContext)
  if (!recordings) throw new Error('outside the signed-in page')
  return recordings
}

/** The recording of this visit in this tab, if there is one. */
export function useSession(encounterId: string): RecordingSession | undefined {
  const { current } = useRecordings()
  return useReadable(current, (session) =>
    session?.encounterId === encounterId ? session : undefined,
  )
}

const NOTHING = new Store<undefined>(undefined)

/** Whether this tab records, or still sends, a visit. */
export function useRecording(): boolean {
  const { current } = useRecordings()
  const session = useReadable(current, (value) => value)
  const phase = useReadable<{ phase: Phase } | undefined, Phase | undefined>(
    session?.state ?? NOTHING,
    (state) => state?.phase,
  )
  return phase !== undefined && phase !== 'over'
}

class TabRecordings implements Recordings {
  readonly current = new Store<RecordingSession | undefined>(undefined)
  readonly #settings: RecorderSettings

  constructor(settings: RecorderSettings) {
    this.#settings = settings
  }

  async begin(encounterId: string, sound: Sound, takeOverFrom?: number): Promise<boolean> {
    const session = await this.#open(encounterId, sound)
    if (!session) return false
    const letSleep = keepAwake()
    const unsubscribe = session.state.subscribe(() => {
      if (isLive(session.state.get().phase)) return
      letSleep()
      unsubscribe()
    })
    await session.start(takeOverFrom)
    return true
  }

  async finish(encounterId: string): Promise<boolean> {
    const session = await this.#open(encounterId, { kind: 'microphone' })
    await session?.sendRest()
    return session !== undefined
  }

  async discard(encounterId: string): Promise<void> {
    const session = this.current.get()
    if (session?.encounterId === encounterId) {
      session.close()
      this.current.set(undefined)
    }
    const spool = await openSpool(this.#settings.person)
    await spool.remove(encounterId)
  }

  async #open(encounterId: string, sound: Sound): Promise<RecordingSession | undefined> {
    const release = await holdVisit(encounterId)
    if (!release) return undefined
    const session = new RecordingSession({
      encounterId,
      sound,
      recorder: (events) => new WorkerRecorder(this.#settings, events),
      capture: openCapture,
    })
    const unsubscribe = session.state.subscribe(() => {
      if (session.state.get().phase !== 'over') return
      unsubscribe()
      release()
    })
    this.current.set(session)
    return session
  }
}
