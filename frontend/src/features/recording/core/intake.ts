import type { Frame } from './frame'

export interface IntakeOptions {
  /** Resolves when the frame is safe on this device. */
  readonly keep: (frame: Frame) => Promise<void>
  /** Whether frames wait in memory because this device cannot keep them. */
  readonly onTrouble: (waitingFrames: number) => void
  readonly schedule?: (run: () => void, afterMs: number) => void
}

const AGAIN_AFTER_MS = 1000

/**
 * Frames in the order of capture, each kept before the next. When the device has no room, they wait
 * in memory and are tried again: sending makes room.
 */
export class FrameIntake {
  readonly #options: IntakeOptions
  readonly #schedule: (run: () => void, afterMs: number) => void
  readonly #waiting: Frame[] = []
  #running: Promise<void> | undefined
  #troubled = false

  constructor(options: IntakeOptions) {
    this.#options = options
    this.#schedule = options.schedule ?? ((run, afterMs) => setTimeout(run, afterMs))
  }

  take(frame: Frame): void {
    this.#waiting.push(frame)
    if (this.#troubled) this.#options.onTrouble(this.#waiting.length)
    else this.#run()
  }

  /** Resolves when all that came in is kept. */
  async settled(): Promise<void> {
    while (this.#waiting.length > 0) {
      await (this.#running ??
        new Promise<void>((resolve) => this.#schedule(resolve, AGAIN_AFTER_MS)))
    }
  }

  #run(): void {
    this.#running ??= this.#keepAll().finally(() => {
      this.#running = undefined
    })
  }

  async #keepAll(): Promise<void> {
    for (let frame = this.#waiting[0]; frame; frame = this.#waiting[0]) {
      try {
        await this.#options.keep(frame)
        this.#waiting.shift()
      } catch {
        this.#troubled = true
        this.#options.onTrouble(this.#waiting.length)
        this.#schedule(() => {
          this.#run()
        }, AGAIN_AFTER_MS)
        return
      }
    }
    if (this.#troubled) {
      this.#troubled = false
      this.#options.onTrouble(0)
    }
  }
}
