/// <reference types="@types/audioworklet" />
import { FrameSource } from '../core/frameSource'

import { listenersOf } from './delivery'
import type { ToWorklet } from './messages'

/**
 * Counts and cuts captured sound on the audio thread and hands the frames straight to the worker
 * that keeps them, so that no busy or throttled page can delay or lose them.
 */
class CaptureProcessor extends AudioWorkletProcessor {
  #source: FrameSource | undefined

  constructor(options: AudioWorkletNodeOptions) {
    super()
    const { first } = options.processorOptions as { first: number }
    this.port.onmessage = ({ data }: MessageEvent<ToWorklet>) => {
      if (data.type === 'deliver-to') {
        this.#source = new FrameSource(first, sampleRate, listenersOf(data.port, this.port))
      } else this.#source?.obey(data.type)
    }
  }

  process([channels]: Float32Array[][]): boolean {
    const sound = channels?.[0]
    if (sound) this.#source?.push(sound)
    return this.#source?.ended !== true
  }
}

registerProcessor('capture', CaptureProcessor)
