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
  /** A sample has been played to its end. */
  onPlayed(): void
}

/** Why no sound can be captured. */
export type CaptureTrouble = 'denied' | 'missing' | 'busy' | 'unsupported' | 'failed'

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
  /** Where the capture delivers its frames. */
  readonly port: MessagePort
  /** The rest is sent; no frame will follow. */
  end(): void
  close(): void
}

export interface RecorderEvents {
  onStatus(status: UplinkStatus): void
  /** Frames that this device has no room to keep. */
  onDeviceFull(waitingFrames: number): void
}

export type Phase = 'starting' | 'recording' | 'paused' | 'interrupted' | 'finishing' | 'over'

export interface SessionState {
  readonly phase: Phase
  readonly status: UplinkStatus
  readonly inputName: string
  readonly sound: Sound
  readonly quiet: Quiet
  readonly framesInMemory: number
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
}

const NOTHING_YET: UplinkStatus = {
  link: 'connecting',
  captured: 0,
  acknowledged: 0,
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
  #capture: Capture | undefined
  #quiet = new QuietWatch(0)
  #position = 0

  constructor(parts: SessionParts) {
    this.#parts = parts
    this.encounterId = parts.encounterId
    this.state = new Store<SessionState>({
      phase: 'starting',
      status: NOTHING_YET,
      inputName: '',
      sound: parts.sound,
      quiet: 'no',
      framesInMemory: 0,
      trouble: undefined,
    })
    this.#recorder = parts.recorder({
      onStatus: (status) => {
        this.#onStatus(status)
      },
      onDeviceFull: (framesInMemory) => {
        this.state.update({ framesInMemory })
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
    if (this.state.get().phase !== 'recording') return
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
      this.state.update({ trouble: undefined })
      await this.#open(sound)
      return
    }
    try {
      const inputName = await this.#capture.use(sound)
      this.#quiet.dismiss(this.#position)
      this.state.update({ inputName, trouble: undefined, quiet: 'no' })
      if (phase === 'interrupted') {
        this.#capture.resume()
        this.state.update({ phase: 'recording' })
      }
    } catch (error) {
      this.#capture.pause()
      this.state.update({ phase: 'interrupted', trouble: troubleOf(error) })
    }
  }

  /** The clinician says that the silence is meant. */
  stillRecording(): void {
    this.#quiet.dismiss(this.#position)
    this.state.update({ quiet: 'no' })
  }

  async stop(): Promise<void> {
    const { phase } = this.state.get()
    if (phase === 'finishing' || phase === 'over') return
    this.state.update({ phase: 'finishing', quiet: 'no' })
    this.level.set({ rms: 0, peak: 0 })
    if (this.#capture) await this.#capture.end()
    else this.#recorder.end()
    this.#capture?.close()
  }

  /** Lets go of everything; what is unsent stays on this device. */
  close(): void {
    this.#release()
    this.state.update({ phase: 'over' })
  }

  get #over(): boolean {
    const { phase, status } = this.state.get()
    return phase === 'over' || status.complete
  }

  async #open(sound: Sound): Promise<void> {
    try {
      const capture = await this.#parts.capture(sound, this.#position, this.#recorder.port, {
        onLevel: (level, position) => {
          this.#heard(level, position)
        },
        onLost: () => {
          this.#lost()
        },
        onPlayed: () => {
          void this.stop()
        },
      })
      this.#capture = capture
      if (this.#over) this.#release()
      else this.state.update({ phase: 'recording', inputName: capture.inputName })
    } catch (error) {
      this.state.update({ phase: 'interrupted', trouble: troubleOf(error) })
    }
  }

  #heard(level: Level, position: number): void {
    this.#position = position
    if (this.state.get().phase !== 'recording') return
    this.level.set(level)
    this.state.update({ quiet: this.#quiet.heard(level, position) })
  }

  #lost(): void {
    this.#capture?.pause()
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
  return (
    phase === 'starting' || phase === 'recording' || phase === 'paused' || phase === 'interrupted'
  )
}

function troubleOf(error: unknown): CaptureTrouble {
  return error instanceof CaptureError ? error.trouble : 'failed'
}
