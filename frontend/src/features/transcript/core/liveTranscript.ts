import type { Segment, ServerFrame } from '@/contracts/socket'
import type { SpeakerRole, TranscriptView } from '@/contracts/encounter'
import { Store } from '@/lib/store'

import { attribute, fold, type Final, type Gap, type Transcript } from './fold'

export interface Interim {
  readonly start: number
  readonly end: number
  readonly speaker?: string | undefined
  readonly text: string
}

export interface Delay {
  readonly behindMillis: number
  readonly reason: string
}

export interface LiveState {
  readonly segments: readonly Segment[]
  readonly gaps: readonly Gap[]
  readonly covered: number
  readonly complete: boolean
  readonly roles: Readonly<Record<string, SpeakerRole>>
  readonly interim: Interim | undefined
  /** How far the words lag behind the sound, and why. */
  readonly delay: Delay
  /** Nothing has been read yet. */
  readonly loading: boolean
}

type Read = () => Promise<TranscriptView>

const READ_AGAIN_MS = 1500

/**
 * What was said, as it is said: read once, then folded from the frames that follow. A final result
 * that does not join what is known means that some were missed; then all is read again.
 */
export class LiveTranscript {
  readonly state = new Store<LiveState>({
    segments: [],
    gaps: [],
    covered: 0,
    complete: false,
    roles: {},
    interim: undefined,
    delay: { behindMillis: 0, reason: '' },
    loading: true,
  })
  readonly #read: Read
  readonly #schedule: (run: () => void, afterMs: number) => void
  #base: Transcript = { segments: [], covered: 0, gaps: [] }
  #finals: Final[] = []
  #reading = false

  constructor(
    read: Read,
    schedule: (run: () => void, afterMs: number) => void = (run, afterMs) =>
      setTimeout(run, afterMs),
  ) {
    this.#read = read
    this.#schedule = schedule
  }

  async refresh(): Promise<void> {
    if (this.#reading) return
    this.#reading = true
    try {
      const view = await this.#read()
      this.#base = { segments: view.segments, covered: view.coveredSamples, gaps: [] }
      this.#finals = this.#finals.filter((final) => final.through > view.coveredSamples)
      this.state.update({
        complete: view.complete,
        roles: rolesOf(view),
        loading: false,
      })
      this.#show()
    } catch {
      this.#schedule(() => void this.refresh(), READ_AGAIN_MS)
    } finally {
      this.#reading = false
    }
  }

  receive(frame: ServerFrame): void {
    switch (frame.type) {
      case 'interim':
        if (frame.end > this.state.get().covered) this.state.update({ interim: frame })
        return
      case 'segment':
        this.#finals.push(frame)
        this.#show()
        return
      case 'speakers':
        this.#base = attribute(this.#base, frame.segments)
        this.#finals = this.#finals.map((final) => attribute(final, frame.segments))
        this.#show()
        return
      case 'delay':
        this.state.update({ delay: { behindMillis: frame.behindMillis, reason: frame.reason } })
        return
      case 'state':
      case 'note':
        void this.refresh()
        return
      case 'ready':
      case 'ack':
      case 'stopped':
      case 'note-delta':
      case 'failed':
        return
    }
  }

  #show(): void {
    const known = this.#finals.reduce(fold, this.#base)
    const { interim } = this.state.get()
    this.state.update({
      segments: known.segments,
      gaps: known.gaps,
      covered: known.covered,
      interim: interim && interim.end > known.covered ? interim : undefined,
    })
    const missed = known.gaps.length > this.#base.gaps.length
    if (missed) this.#schedule(() => void this.refresh(), READ_AGAIN_MS)
  }
}

function rolesOf(view: TranscriptView): Record<string, SpeakerRole> {
  return Object.fromEntries(
    Object.entries(view.speakers).map(([label, speaker]) => [label, speaker.role]),
  )
}
