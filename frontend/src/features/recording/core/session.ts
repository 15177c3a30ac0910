import { SAMPLES_PER_SECOND } from '@/lib/sampleClock'
import { Store } from '@/lib/store'

import type { Level } from './framer'
import { QuietWatch, type Quiet } from './quiet'
import type { SoundKind, SpooledRecording } from './spool'
import type { UplinkStatus } from './uplink'

/** Where sound comes from. */
export type Sound =
  | { readonly kind: 'microphone'; readonly deviceId?: string | undefined }
  | { readonly kind: 'sample' }

/** Sound as it is being captured; frames go their own way, past the page's main thread. */
export interface Capture {
  /** What the person calls the input. */
  readonly inputName: string
  pause(): void
  resume(): void
  /** Takes nothing that may come: it would not be what was said. The time counts as missed. */
  hold(): void
  /** Asks the system to let sound come again, where it has stopped it. */
  revive(): void
  /** Another input, without a gap in the count. */
  use(sound: Sound): Promise<string>
  /** No more frames; the end follows the last of them. */
  end(): Promise<void>
  close(): void
}

export interface CaptureEvents {
  onLevel(level: Level, position: number): void
  /** The input was unplugged or taken away. */
  onLost(): void
  /** The system keeps the microphone for something else, a call, and for how long nobody knows. */
  onTaken(): void
  /** It has given it back. */
  onReturned(): void
  /** A sample has been played to its end. */
  onPlayed(): void
}

/** Why no sound can be captured. */
export type CaptureTrouble =
  | 'denied'
  | 'missing'
  | 'busy'
  | 'unsupported'
  | 'failed'
  /** The browser has not said yet whether there may be sound. */
  | 'unanswered'
  /** The browser lets no sound through, whatever is tried. */
  | 'silent'
  /** So much was missed that a person decides whether to go on. */
  | 'long-gap'
  /** The part that keeps and sends has died. */
  | 'broken'

export class CaptureError extends Error {
  readonly trouble: CaptureTrouble

  constructor(trouble: CaptureTrouble) {
    super(trouble)
    this.name = 'CaptureError'
    this.trouble = trouble
  }
}

export interface BeginOrder {
  readonly encounterId: string
  readonly sound: SoundKind
  /** Set to take a recording over from another recorder: the position it had reached. */
  readonly takeOverFrom?: number | undefined
}

/** The part of the recorder that keeps and sends frames, off the main thread. */
export interface Recorder {
  begin(order: BeginOrder): Promise<SpooledRecording>
  /** Where a capture delivers its frames; with the first of them it takes over from one before. */
  listen(): MessagePort
  /** The rest is sent; no frame will follow. */
  end(): void
  close(): void
}

export interface RecorderEvents {
  onStatus(status: UplinkStatus): void
  /** Frames that this device has no room to keep. */
  onDeviceFull(waitingFrames: number): void
  /** For so long nothing was captured, though it should have been; told twice a second. */
  onStill(forMs: number): void
  onMissed(gap: Missed): void
  /** It has died; what it kept is still on this device. */
  onBroken(): void
}

/** What could not be captured, in samples of the recording. */
export interface Missed {
  readonly from: number
  readonly through: number
}

/** `halted` is a recording that should run and does not: no sound comes, and it is asked for. */
export type Phase =
  'starting' | 'recording' | 'halted' | 'paused' | 'interrupted' | 'finishing' | 'over'

export interface SessionState {
  readonly phase: Phase
  readonly status: UplinkStatus
  readonly inputName: string
  readonly sound: Sound
  readonly quiet: Quiet
  readonly framesInMemory: number
  /** For how long nothing has come, in milliseconds, while the recording is halted. */
  readonly stillMs: number
  /** The system keeps the microphone. */
  readonly taken: boolean
  /** The latest time of which nothing was captured, until the clinician has taken note of it. */
  readonly missed: Missed | undefined
  /** Set when the input could not be opened, or not again. */
  readonly trouble: CaptureTrouble | undefined
}

export interface SessionParts {
  readonly encounterId: string
  readonly sound: Sound
  readonly recorder: (events: RecorderEvents) => Recorder
  readonly capture: (
    sound: Sound,
    first: number,
    port: MessagePort,
    events: CaptureEvents,
  ) => Promise<Capture>
  readonly schedule?: (run: () => void, afterMs: number) => void
}

/** A person who has to allow the microphone reads a question first. */
const UNANSWERED_AFTER_MS = 4_000
/** What does not come back when it is asked for is opened anew; and again after so long. */
const OPEN_ANEW_AFTER_MS = 4_000
const OPEN_AGAIN_AFTER_MS = 15_000
/** An input that was just opened has not sounded yet. */
const SURE_AFTER_TIMES = 6
/** After so long there may be somebody else in the room. */
const LONG_GAP = 600 * SAMPLES_PER_SECOND
/** An audio thread that stands still does not say that it has ended. */
const ENDED_WITHIN_MS = 3_000

const NOTHING_YET: UplinkStatus = {
  link: 'connecting',
  captured: 0,
  acknowledged: 0,
  waiting: 0,
  complete: false,
  problem: undefined,
}

/** One recording on this device, from the first sound until all of it is safe elsewhere. */
export class RecordingSession {
  readonly encounterId: string
  readonly state: Store<SessionState>
  readonly level = new Store<Level>({ rms: 0, peak: 0 })
  readonly #parts: SessionParts
  readonly #recorder: Recorder
  readonly #schedule: (run: () => void, afterMs: number) => void
  #opening = false
  #stillSinceOpened = 0
  #openAnewAt = OPEN_ANEW_AFTER_MS
  #capture: Capture | undefined
  #quiet = new QuietWatch(0)
  #position = 0

  constructor(parts: SessionParts) {
    this.#parts = parts
    this.encounterId = parts.encounterId
    this.#schedule = parts.schedule ?? ((run, afterMs) => setTimeout(run, afterMs))
    this.state = new Store<SessionState>({
      phase: 'starting',
      status: NOTHING_YET,
      inputName: '',
      sound: parts.sound,
      quiet: 'no',
      framesInMemory: 0,
      stillMs: 0,
      taken: false,
      missed: undefined,
      trouble: undefined,
    })
    this.#recorder = parts.recorder({
      onStatus: (status) => {
        this.#onStatus(status)
      },
      onDeviceFull: (framesInMemory) => {
        this.state.update({ framesInMemory })
      },
      onStill: (forMs) => {
        this.#still(forMs)
      },
      onMissed: (gap) => {
        this.#missed(gap)
      },
      onBroken: () => {
        this.#capture?.hold()
        this.state.update({ phase: 'interrupted', trouble: 'broken', quiet: 'no' })
      },
    })
  }

  /** Opens the input first: without one nothing has begun, neither here nor elsewhere. */
  async start(takeOverFrom?: number): Promise<void> {
    const { sound } = this.#parts
    try {
      const begun = await this.#recorder.begin({
        encounterId: this.encounterId,
        sound: sound.kind,
        takeOverFrom,
      })
      this.#position = begun.captured
      this.#quiet = new QuietWatch(begun.captured)
    } catch {
      this.state.update({ phase: 'interrupted', trouble: 'failed' })
      return
    }
    await this.#open(sound)
  }

  /** Ends what an earlier recording left on this device: only sending remains. */
  async sendRest(): Promise<void> {
    this.state.update({ phase: 'finishing' })
    try {
      await this.#recorder.begin({
        encounterId: this.encounterId,
        sound: this.#parts.sound.kind,
      })
      this.#recorder.end()
    } catch {
      this.state.update({ phase: 'over', trouble: 'failed' })
    }
  }

  pause(): void {
    const { phase } = this.state.get()
    if (phase !== 'recording' && phase !== 'halted') return
    this.#capture?.pause()
    this.state.update({ phase: 'paused', quiet: 'no' })
    this.level.set({ rms: 0, peak: 0 })
  }

  resume(): void {
    if (this.state.get().phase !== 'paused') return
    this.#quiet.dismiss(this.#position)
    this.#capture?.resume()
    this.state.update({ phase: 'recording' })
  }

  /** Another input, or the same again after it was lost or refused. */
  async use(sound: Sound): Promise<void> {
    const { phase } = this.state.get()
    this.state.update({ sound })
    if (!this.#capture) {
      this.state.update({ phase: 'starting', trouble: undefined })
      await this.#open(sound)
      return
    }
    try {
      const inputName = await this.#capture.use(sound)
      this.#quiet.dismiss(this.#position)
      this.state.update({ inputName, trouble: undefined, quiet: 'no' })
      if (phase === 'interrupted' || phase === 'halted') {
        this.#capture.revive()
        this.#capture.resume()
        if (phase === 'interrupted') this.state.update({ phase: 'starting' })
        this.#stillSinceOpened = 0
      }
    } catch (error) {
      this.#capture.hold()
      this.state.update({ phase: 'interrupted', trouble: troubleOf(error) })
    }
  }

  /** The clinician says that the silence is meant. */
  stillRecording(): void {
    this.#quiet.dismiss(this.#position)
    this.state.update({ quiet: 'no' })
  }

  /** The clinician knows of what was missed. */
  missedIsKnown(): void {
    this.state.update({ missed: undefined })
  }

  async stop(): Promise<void> {
    const { phase } = this.state.get()
    if (phase === 'finishing' || phase === 'over') return
    this.state.update({ phase: 'finishing', quiet: 'no' })
    this.level.set({ rms: 0, peak: 0 })
    // The last frames and the end go to the recorder by one way. When nothing answers there, they
    // have come long ago, and the end is said past it.
    const ended = await Promise.race([
      this.#capture?.end().then(() => true),
      new Promise<boolean>((resolve) => {
        this.#schedule(() => {
          resolve(false)
        }, ENDED_WITHIN_MS)
      }),
    ])
    if (!ended) this.#recorder.end()
    this.#capture?.close()
  }

  /** Lets go of everything; what is unsent stays on this device. */
  close(): void {
    this.#release()
    this.state.update({ phase: 'over' })
  }

  async #open(sound: Sound): Promise<void> {
    this.#opening = true
    this.#schedule(() => {
      if (this.#opening && this.state.get().phase === 'starting') {
        this.state.update({ trouble: 'unanswered' })
      }
    }, UNANSWERED_AFTER_MS)
    try {
      const capture = await this.#parts.capture(sound, this.#position, this.#recorder.listen(), {
        onLevel: (level, position) => {
          this.#heard(level, position)
        },
        onLost: () => {
          this.#lost()
        },
        onTaken: () => {
          this.#capture?.hold()
          this.state.update({ taken: true })
        },
        onReturned: () => {
          if (this.#isMeantToRun) this.#capture?.resume()
          this.state.update({ taken: false })
        },
        onPlayed: () => {
          void this.stop()
        },
      })
      this.#capture?.close()
      this.#capture = capture
      const { phase } = this.state.get()
      if (!isLive(phase)) {
        capture.close()
        return
      }
      if (phase === 'paused') capture.pause()
      this.#stillSinceOpened = 0
      const { inputName } = capture
      this.state.update({ inputName, trouble: undefined, taken: false })
    } catch (error) {
      // What is halted may come back by itself, and is asked to.
      if (this.state.get().phase === 'halted') return
      this.state.update({ phase: 'interrupted', trouble: troubleOf(error) })
    } finally {
      this.#opening = false
    }
  }

  get #isMeantToRun(): boolean {
    const { phase } = this.state.get()
    return phase === 'starting' || phase === 'recording' || phase === 'halted'
  }

  /** Says so, asks for sound again, and opens the input anew when asking does not help. */
  #still(stillMs: number): void {
    if (!this.#isMeantToRun) return
    if (this.state.get().phase === 'starting') {
      this.#stillSinceOpened += 1
      if (!this.#capture || this.#stillSinceOpened < SURE_AFTER_TIMES) return
    }
    this.level.set({ rms: 0, peak: 0 })
    this.state.update({ phase: 'halted', stillMs, quiet: 'no' })
    const { taken, sound } = this.state.get()
    if (taken || this.#opening) return
    this.#capture?.revive()
    if (stillMs < this.#openAnewAt || sound.kind === 'sample') return
    this.#openAnewAt = stillMs + OPEN_AGAIN_AFTER_MS
    void this.#open(sound)
  }

  #missed(gap: Missed): void {
    this.state.update({ missed: gap })
    if (gap.through - gap.from < LONG_GAP || !this.#isMeantToRun) return
    this.#capture?.pause()
    this.level.set({ rms: 0, peak: 0 })
    this.state.update({ phase: 'interrupted', trouble: 'long-gap', quiet: 'no' })
  }

  #heard(level: Level, position: number): void {
    this.#position = position
    if (!this.#isMeantToRun) return
    this.state.update({ phase: 'recording', stillMs: 0, trouble: undefined })
    this.#openAnewAt = OPEN_ANEW_AFTER_MS
    this.level.set(level)
    this.state.update({ quiet: this.#quiet.heard(level, position) })
  }

  #lost(): void {
    this.#capture?.hold()
    this.state.update({ phase: 'interrupted', trouble: 'missing', quiet: 'no' })
  }

  #onStatus(status: UplinkStatus): void {
    this.state.update({ status })
    const refused = status.link === 'closed' && status.problem !== undefined
    if (status.complete || refused) {
      this.#release()
      this.state.update({ phase: 'over' })
    }
  }

  #release(): void {
    this.#capture?.close()
    this.#recorder.close()
  }
}

export function isLive(phase: Phase): boolean {
  return phase !== 'finishing' && phase !== 'over'
}

function troubleOf(error: unknown): CaptureTrouble {
  return error instanceof CaptureError ? error.trouble : 'failed'
}
