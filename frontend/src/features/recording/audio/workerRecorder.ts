import type { BeginOrder, Recorder, RecorderEvents } from '../core/session'
import type { SpooledRecording } from '../core/spool'

import type { FromWorker, ToWorker } from './messages'

export interface RecorderSettings {
  readonly socketUrl: string
  /** Whose recording it is. */
  readonly person: string
  readonly accessToken: () => Promise<string>
}

/** The worker that keeps and sends, as the session sees it. */
export class WorkerRecorder implements Recorder {
  readonly #worker: Worker
  readonly #settings: RecorderSettings
  readonly #events: RecorderEvents
  #begun: { resolve: (recording: SpooledRecording) => void; reject: (e: Error) => void } | undefined

  constructor(settings: RecorderSettings, events: RecorderEvents) {
    this.#settings = settings
    this.#events = events
    this.#worker = new Worker(new URL('./recorder.worker.ts', import.meta.url), { type: 'module' })
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.#receive(data)
    }
    this.#worker.onerror = () => {
      this.#begun?.reject(new Error('the recorder did not start'))
      this.#events.onBroken()
    }
  }

  begin(order: BeginOrder): Promise<SpooledRecording> {
    return new Promise((resolve, reject) => {
      this.#begun = { resolve, reject }
      const { person, socketUrl } = this.#settings
      this.#say({ type: 'begin', order, person, socketUrl })
    })
  }

  listen(): MessagePort {
    const { port1, port2 } = new MessageChannel()
    this.#say({ type: 'listen', port: port2 }, [port2])
    return port1
  }

  end(): void {
    this.#say({ type: 'end' })
  }

  close(): void {
    this.#say({ type: 'close' })
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'begun':
        this.#begun?.resolve(message.recording)
        return
      case 'failed':
        this.#begun?.reject(new Error('this device cannot keep a recording'))
        return
      case 'token-needed':
        this.#settings.accessToken().then(
          (token) => {
            this.#say({ type: 'token', token })
          },
          () => {
            this.#say({ type: 'token', token: undefined })
          },
        )
        return
      case 'status':
        this.#events.onStatus(message.status)
        return
      case 'device-full':
        this.#events.onDeviceFull(message.waitingFrames)
        return
      case 'still':
        this.#events.onStill(message.forMs)
        return
      case 'missed':
        this.#events.onMissed(message.gap)
    }
  }

  #say(message: ToWorker, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer)
  }
}
