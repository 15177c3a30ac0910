import type { Problem } from '@/contracts/socket'
import { backoffMs } from '@/lib/backoff'
import { kindOf, ProblemError, UNREACHABLE } from '@/lib/problem'
import { Store } from '@/lib/store'

import { isWav, typeOf } from './audioFiles'

/** A chosen file holds no sound that this browser can decode. */
export class Unreadable extends Error {
  readonly file: string

  constructor(file: string) {
    super('a file that cannot be decoded')
    this.name = 'Unreadable'
    this.file = file
  }
}

/** Shares are from 0 to 1. */
export type UploadState =
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'sending'; readonly share: number }
  /** Not now; it is tried again by itself. */
  | { readonly kind: 'waiting'; readonly problem: Problem }
  | { readonly kind: 'unreadable'; readonly file: string }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'sent' }

export interface UploadParts {
  readonly files: readonly File[]
  /** All of them, one behind the other, as one WAV file; throws {@link Unreadable}. */
  readonly decode: (files: readonly File[], onShare: (share: number) => void) => Promise<Blob>
  readonly send: (body: Blob, type: string, onShare: (share: number) => void) => Promise<void>
  /** The recording is safe elsewhere, or is not wanted any more. */
  readonly forget: () => Promise<void>
  readonly schedule?: (run: () => void, afterMs: number) => void
}

/** Brings chosen files to the gateway as one recording, again and again until it has it. */
export class FileUpload {
  readonly state = new Store<UploadState>({ kind: 'reading', share: 0 })
  readonly #parts: UploadParts
  readonly #schedule: (run: () => void, afterMs: number) => void
  #attempt = 0
  #body: { readonly body: Blob; readonly type: string } | undefined

  constructor(parts: UploadParts) {
    this.#parts = parts
    this.#schedule = parts.schedule ?? ((run, afterMs) => setTimeout(run, afterMs))
  }

  async run(): Promise<void> {
    try {
      this.#body ??= await this.#read()
      const { body, type } = this.#body
      this.state.set({ kind: 'sending', share: 0 })
      await this.#parts.send(body, type, (share) => {
        this.state.set({ kind: 'sending', share })
      })
      await this.#sent()
    } catch (error) {
      await this.#failed(error)
    }
  }

  async discard(): Promise<void> {
    await this.#parts.forget()
    this.state.set({ kind: 'sent' })
  }

  async #read(): Promise<{ body: Blob; type: string }> {
    const { files } = this.#parts
    const [only] = files
    if (only && files.length === 1 && isWav(only)) return { body: only, type: typeOf(only) }
    try {
      const body = await this.#parts.decode(files, (share) => {
        this.state.set({ kind: 'reading', share })
      })
      return { body, type: 'audio/wav' }
    } catch (error) {
      // The gateway may be able to decode what this browser is not.
      if (only && files.length === 1) return { body: only, type: typeOf(only) }
      throw error
    }
  }

  async #sent(): Promise<void> {
    await this.#parts.forget()
    this.state.set({ kind: 'sent' })
  }

  async #failed(error: unknown): Promise<void> {
    if (error instanceof Unreadable) {
      this.state.set({ kind: 'unreadable', file: error.file })
      return
    }
    const problem = error instanceof ProblemError ? error.problem : UNREACHABLE
    // An answer was lost on the way: the gateway has all of it.
    if (this.#attempt > 0 && kindOf(problem) === 'recording-ended') await this.#sent()
    else if (passes(problem)) {
      this.state.set({ kind: 'waiting', problem })
      this.#schedule(() => void this.run(), backoffMs(this.#attempt))
      this.#attempt += 1
    } else this.state.set({ kind: 'refused', problem })
  }
}

/** Whether the same may be taken later. */
function passes({ status }: Problem): boolean {
  return status === 0 || status === 401 || status === 408 || status === 429 || status >= 500
}
