import type { Api } from '@/lib/api'
import { SAMPLES_PER_SECOND } from '@/lib/sampleClock'
import { Store } from '@/lib/store'

import type { Clip } from '../core/clip'

export interface Playing {
  readonly clip: Clip | undefined
  /** The sound could not be fetched. */
  readonly error: unknown
}

const WAV_HEADER = 44
const BYTES = 2

/**
 * Plays a few seconds of a visit. Only those are fetched, by HTTP range; an audio element cannot
 * carry the token that the gateway asks for.
 */
export class ClipPlayer {
  readonly state = new Store<Playing>({ clip: undefined, error: undefined })
  readonly #api: Api
  readonly #encounterId: string
  #context: AudioContext | undefined
  #source: AudioBufferSourceNode | undefined

  constructor(api: Api, encounterId: string) {
    this.#api = api
    this.#encounterId = encounterId
  }

  async play(clip: Clip): Promise<void> {
    this.stop()
    this.state.set({ clip, error: undefined })
    try {
      const pcm = await this.#fetch(clip)
      if (this.state.get().clip !== clip) return
      this.#sound(clip, pcm)
    } catch (error) {
      this.state.set({ clip: undefined, error })
    }
  }

  stop(): void {
    if (this.#source) {
      this.#source.onended = null
      this.#source.stop()
      this.#source = undefined
    }
    this.state.set({ clip: undefined, error: undefined })
  }

  close(): void {
    this.stop()
    void this.#context?.close()
    this.#context = undefined
  }

  async #fetch({ start, end }: Clip): Promise<DataView> {
    const first = WAV_HEADER + start * BYTES
    const last = WAV_HEADER + end * BYTES - 1
    const response = await this.#api.fetch(`/encounters/${this.#encounterId}/audio`, {
      headers: { Range: `bytes=${String(first)}-${String(last)}` },
    })
    const bytes = await response.arrayBuffer()
    return response.status === 206 ? new DataView(bytes) : new DataView(bytes, first)
  }

  #sound(clip: Clip, pcm: DataView): void {
    this.#context ??= new AudioContext()
    const samples = Math.floor(pcm.byteLength / BYTES)
    const buffer = this.#context.createBuffer(1, Math.max(1, samples), SAMPLES_PER_SECOND)
    const channel = buffer.getChannelData(0)
    for (let i = 0; i < samples; i++) channel[i] = pcm.getInt16(i * BYTES, true) / 32_768
    const source = new AudioBufferSourceNode(this.#context, { buffer })
    source.connect(this.#context.destination)
    source.onended = () => {
      if (this.state.get().clip === clip) this.state.set({ clip: undefined, error: undefined })
    }
    source.start()
    this.#source = source
  }
}
