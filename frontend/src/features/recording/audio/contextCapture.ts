import { SAMPLES_PER_SECOND } from '@/lib/sampleClock'
import { CaptureError, type Capture, type CaptureEvents, type Sound } from '../core/session'

import workletUrl from './capture.worklet.ts?worker&url'
import type { FromWorklet, ToWorklet } from './messages'
import { openMicrophone, watchTrack } from './microphone'
import { SAMPLE_VISIT } from './sampleVisit'

/** An input that is connected to the worklet. */
interface Input {
  readonly name: string
  /** Sound stands still while paused; only a played sample needs to be told. */
  play(position: number): void
  pause(): void
  disconnect(): void
}

/** A browser that has a way to play sound starts within a fraction of this. */
const RUNNING_WITHIN_MS = 2_000

/**
 * Captures the room, or plays the sample visit, into an audio worklet. Undefined where the browser
 * does not let it run: some need a device that plays sound even to capture it.
 */
export async function openContextCapture(
  stream: MediaStream | undefined,
  first: number,
  port: MessagePort,
  events: CaptureEvents,
): Promise<Capture | undefined> {
  const context = await openContext(stream)
  try {
    if (!(await runs(context))) {
      void context.close()
      return undefined
    }
    await context.audioWorklet.addModule(workletUrl)
    const node = new AudioWorkletNode(context, 'capture', {
      numberOfInputs: 1,
      numberOfOutputs: 0,
      channelCount: 1,
      channelCountMode: 'explicit',
      processorOptions: { first },
    })
    node.port.postMessage({ type: 'deliver-to', port } satisfies ToWorklet, [port])
    const capture = new ContextCapture(context, node, first, events)
    capture.connect(stream ? capture.microphone(stream) : await capture.sample())
    return capture
  } catch (error) {
    void context.close()
    throw error
  }
}

/** The promise of a context that cannot run is never settled. */
async function runs(context: AudioContext): Promise<boolean> {
  void context.resume().catch(() => undefined)
  return new Promise((resolve) => {
    const patience = setTimeout(() => {
      resolve(false)
    }, RUNNING_WITHIN_MS)
    const look = () => {
      if (context.state !== 'running') return
      clearTimeout(patience)
      context.removeEventListener('statechange', look)
      resolve(true)
    }
    context.addEventListener('statechange', look)
    look()
  })
}

class ContextCapture implements Capture {
  inputName = ''
  readonly #context: AudioContext
  readonly #node: AudioWorkletNode
  readonly #events: CaptureEvents
  #input: Input | undefined
  #position: number
  #whenEnded: (() => void) | undefined

  constructor(context: AudioContext, node: AudioWorkletNode, first: number, events: CaptureEvents) {
    this.#context = context
    this.#node = node
    this.#position = first
    this.#events = events
    node.port.onmessage = ({ data }: MessageEvent<FromWorklet>) => {
      this.#receive(data)
    }
  }

  async use(sound: Sound): Promise<string> {
    this.connect(
      sound.kind === 'sample'
        ? await this.sample()
        : this.microphone(await openMicrophone(sound.deviceId)),
    )
    return this.inputName
  }

  connect(input: Input): void {
    this.#input?.disconnect()
    this.#input = input
    this.inputName = input.name
    input.play(this.#position)
  }

  pause(): void {
    this.#input?.pause()
    this.#say({ type: 'pause' })
  }

  hold(): void {
    this.#say({ type: 'hold' })
  }

  revive(): void {
    if (this.#context.state !== 'running') void this.#context.resume().catch(() => undefined)
  }

  resume(): void {
    this.#say({ type: 'resume' })
    this.#input?.play(this.#position)
  }

  end(): Promise<void> {
    this.#input?.pause()
    return new Promise((resolve) => {
      this.#whenEnded = resolve
      this.#say({ type: 'end' })
    })
  }

  close(): void {
    this.#input?.disconnect()
    if (this.#context.state !== 'closed') void this.#context.close()
  }

  #receive(message: FromWorklet): void {
    switch (message.type) {
      case 'level':
        this.#position = message.position
        this.#events.onLevel(message.level, message.position)
        return
      case 'ended':
        this.#whenEnded?.()
    }
  }

  microphone(stream: MediaStream): Input {
    const name = watchTrack(stream, this.#events)
    const source = this.#context.createMediaStreamSource(stream)
    source.connect(this.#node)
    return {
      name,
      play: () => undefined,
      pause: () => undefined,
      disconnect: () => {
        source.disconnect()
        stream.getTracks().forEach((each) => {
          each.stop()
        })
      },
    }
  }

  async sample(): Promise<Input> {
    const response = await fetch(SAMPLE_VISIT)
    if (!response.ok) throw new CaptureError('failed')
    const sound = await this.#context.decodeAudioData(await response.arrayBuffer())
    let source: AudioBufferSourceNode | undefined
    const halt = () => {
      if (!source) return
      source.onended = null
      source.stop()
      source.disconnect()
      source = undefined
    }
    return {
      name: '',
      play: (position) => {
        halt()
        source = new AudioBufferSourceNode(this.#context, { buffer: sound })
        source.connect(this.#node)
        source.connect(this.#context.destination)
        source.onended = () => {
          this.#events.onPlayed()
        }
        source.start(0, position / SAMPLES_PER_SECOND)
      },
      pause: halt,
      disconnect: halt,
    }
  }

  #say(message: ToWorklet): void {
    this.#node.port.postMessage(message)
  }
}

/** At 16 kHz; or, where a browser cannot connect the microphone to that, as it likes. */
async function openContext(stream: MediaStream | undefined): Promise<AudioContext> {
  const context = new AudioContext({ sampleRate: SAMPLES_PER_SECOND })
  if (!stream) return context
  try {
    context.createMediaStreamSource(stream).disconnect()
    return context
  } catch {
    await context.close()
    return new AudioContext()
  }
}
