import type { Capture, CaptureEvents, Sound } from '../core/session'

import type { FromWorklet, ToDecoder } from './messages'
import { openMicrophone, watchTrack } from './microphone'

/** Short enough for words to appear live. */
const PIECE_MS = 250
/** More than speech needs: the recogniser hears no difference. */
const BITS_PER_SECOND = 128_000
/** Pages of the first can be decoded as they come, clusters of the second when they are whole. */
const TYPES = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus']

interface Run {
  readonly recorder: MediaRecorder
  /** Until the last of its pieces is on its way. */
  sent: Promise<void>
}

/** Whether this browser can capture without an audio context. */
export function canCaptureEncoded(): boolean {
  return (
    typeof MediaRecorder !== 'undefined' &&
    TYPES.some((type) => MediaRecorder.isTypeSupported(type))
  )
}

/**
 * Captures by the browser's own recorder, which needs no device that plays sound; what it encodes
 * is decoded again in a worker, which hands the frames on as the audio thread does.
 */
export class EncodedCapture implements Capture {
  inputName = ''
  readonly #worker: Worker
  readonly #events: CaptureEvents
  #stream: MediaStream | undefined
  #run: Run | undefined
  /** What the worker is told, in its order. */
  #told: Promise<void> = Promise.resolve()
  #whenEnded: (() => void) | undefined

  constructor(stream: MediaStream, first: number, port: MessagePort, events: CaptureEvents) {
    this.#events = events
    this.#worker = new Worker(new URL('./decoder.worker.ts', import.meta.url), { type: 'module' })
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorklet>) => {
      if (data.type === 'level') events.onLevel(data.level, data.position)
      else this.#whenEnded?.()
    }
    this.#say({ type: 'deliver-to', port, first }, [port])
    this.#take(stream)
  }

  async use(sound: Sound): Promise<string> {
    if (sound.kind === 'sample') return this.inputName
    const stream = await openMicrophone(sound.deviceId)
    this.#cut()
    this.#letGo()
    this.#take(stream)
    return this.inputName
  }

  pause(): void {
    this.#cut()
    this.#order('pause')
  }

  hold(): void {
    this.#cut()
    this.#order('hold')
  }

  /** Nobody but the track can stop this recorder, and a track tells. */
  revive(): void {
    if (this.#run?.recorder.state === 'paused') this.#run.recorder.resume()
  }

  resume(): void {
    this.#order('resume')
    if (!this.#run) this.#record()
  }

  end(): Promise<void> {
    this.#cut()
    return new Promise((resolve) => {
      this.#whenEnded = resolve
      this.#order('end')
    })
  }

  close(): void {
    this.#cut()
    this.#letGo()
    this.#later(() => {
      this.#worker.terminate()
    })
  }

  #take(stream: MediaStream): void {
    this.#stream = stream
    this.inputName = watchTrack(stream, this.#events)
    this.#record()
  }

  #record(): void {
    if (!this.#stream) return
    const recorder = new MediaRecorder(this.#stream, {
      mimeType: TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? '',
      audioBitsPerSecond: BITS_PER_SECOND,
    })
    const run: Run = { recorder, sent: this.#told }
    recorder.ondataavailable = ({ data }) => {
      run.sent = run.sent.then(async () => {
        const piece = await data.arrayBuffer()
        this.#say({ type: 'piece', piece }, [piece])
      })
    }
    recorder.start(PIECE_MS)
    this.#run = run
  }

  /** Ends a run of the browser's recorder; its last piece comes before whatever is said next. */
  #cut(): void {
    const run = this.#run
    this.#run = undefined
    if (!run || run.recorder.state === 'inactive') return
    const stopped = new Promise<void>((resolve) => {
      run.recorder.onstop = () => {
        resolve()
      }
    })
    run.recorder.stop()
    this.#later(async () => {
      await stopped
      await run.sent
      this.#say({ type: 'run-over' })
    })
  }

  #letGo(): void {
    this.#stream?.getTracks().forEach((track) => {
      track.stop()
    })
    this.#stream = undefined
  }

  #order(order: 'pause' | 'hold' | 'resume' | 'end'): void {
    this.#later(() => {
      this.#say({ type: order })
    })
  }

  #later(what: () => void | Promise<void>): void {
    this.#told = this.#told.then(what).catch(() => undefined)
  }

  #say(message: ToDecoder, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer)
  }
}
