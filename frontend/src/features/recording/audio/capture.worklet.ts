/// <reference types="@types/audioworklet" />
import { Framer, levelOf } from '../core/framer'
import { Resampler } from '../core/resampler'
import { FRAME_SAMPLES, SAMPLES_PER_SECOND } from '@/lib/sampleClock'
import type { Frame } from '../core/frame'

import type { ToRecorder, ToWorklet } from './messages'

/**
 * Counts and cuts captured sound on the audio thread and hands the frames straight to the worker
 * that keeps them, so that no busy or throttled page can delay or lose them.
 */
class CaptureProcessor extends AudioWorkletProcessor {
  readonly #framer: Framer
  readonly #resampler: Resampler | undefined
  #recorder: MessagePort | undefined
  #listening = true
  #ended = false

  constructor(options: AudioWorkletNodeOptions) {
    super()
    const { first } = options.processorOptions as { first: number }
    this.#framer = new Framer(first, FRAME_SAMPLES)
    this.#resampler =
      sampleRate === SAMPLES_PER_SECOND ? undefined : new Resampler(sampleRate, SAMPLES_PER_SECOND)
    this.port.onmessage = ({ data }: MessageEvent<ToWorklet>) => {
      this.#obey(data)
    }
  }

  process([channels]: Float32Array[][]): boolean {
    const sound = channels?.[0]
    if (!sound || !this.#listening) return !this.#ended
    const ours = this.#resampler?.push(sound) ?? sound
    this.#framer.push(ours).forEach((frame) => {
      this.#deliver(frame)
    })
    return !this.#ended
  }

  #obey(order: ToWorklet): void {
    switch (order.type) {
      case 'deliver-to':
        this.#recorder = order.port
        return
      case 'pause':
        this.#listening = false
        this.#flush()
        this.#tell({ type: 'paused' })
        return
      case 'resume':
        this.#tell({ type: 'resumed' })
        this.#listening = true
        return
      case 'end':
        this.#listening = false
        this.#ended = true
        this.#flush()
        this.#tell({ type: 'ended' })
        this.port.postMessage({ type: 'ended' })
    }
  }

  #flush(): void {
    const rest = this.#framer.flush()
    if (rest) this.#deliver(rest)
    this.port.postMessage({ type: 'flushed', position: this.#framer.position })
  }

  #deliver(frame: Frame): void {
    const level = levelOf(frame.pcm)
    this.#recorder?.postMessage({ type: 'frame', ...frame } satisfies ToRecorder, [
      frame.pcm.buffer,
    ])
    this.port.postMessage({ type: 'level', level, position: this.#framer.position })
  }

  #tell(message: ToRecorder): void {
    this.#recorder?.postMessage(message)
  }
}

registerProcessor('capture', CaptureProcessor)
