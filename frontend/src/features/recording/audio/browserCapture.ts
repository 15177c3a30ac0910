import { SAMPLES_PER_SECOND } from '@/lib/sampleClock'
import {
  CaptureError,
  type Capture,
  type CaptureEvents,
  type CaptureTrouble,
  type Sound,
} from '../core/session'

import workletUrl from './capture.worklet.ts?worker&url'
import type { FromWorklet, ToWorklet } from './messages'
import { SAMPLE_VISIT } from './sampleVisit'

/** An input that is connected to the worklet. */
interface Input {
  readonly name: string
  /** Sound stands still while paused; only a played sample needs to be told. */
  play(position: number): void
  pause(): void
  disconnect(): void
}

/** Captures the room, or plays the sample visit, into an audio worklet. */
export async function openCapture(
  sound: Sound,
  first: number,
  port: MessagePort,
  events: CaptureEvents,
): Promise<Capture> {
  if (typeof AudioWorkletNode === 'undefined') throw new CaptureError('unsupported')
  const stream = sound.kind === 'microphone' ? await openMicrophone(sound.deviceId) : undefined
  const context = await openContext(stream)
  try {
    await context.audioWorklet.addModule(workletUrl)
    const node = new AudioWorkletNode(context, 'capture', {
      numberOfInputs: 1,
      numberOfOutputs: 0,
      channelCount: 1,
      channelCountMode: 'explicit',
      processorOptions: { first },
    })
    node.port.postMessage({ type: 'deliver-to', port } satisfies ToWorklet, [port])
    const capture = new BrowserCapture(context, node, first, events)
    capture.connect(stream ? capture.microphone(stream) : await capture.sample())
    await context.resume()
    return capture
  } catch (error) {
    stream?.getTracks().forEach((track) => {
      track.stop()
    })
    void context.close()
    throw error
  }
}

class BrowserCapture implements Capture {
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
      case 'flushed':
        this.#position = message.position
        return
      case 'ended':
        this.#whenEnded?.()
    }
  }

  microphone(stream: MediaStream): Input {
    const [track] = stream.getAudioTracks()
    track?.addEventListener('ended', () => {
      this.#events.onLost()
    })
    const source = this.#context.createMediaStreamSource(stream)
    source.connect(this.#node)
    return {
      name: track?.label ?? '',
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

async function openMicrophone(deviceId: string | undefined): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: {
        ...(deviceId ? { deviceId: { exact: deviceId } } : {}),
        channelCount: 1,
        // Two people in a room, heard by one recogniser: what cleans up a call would cut one away.
        echoCancellation: false,
        noiseSuppression: false,
        autoGainControl: true,
      },
    })
  } catch (error) {
    throw new CaptureError(troubleOf(error))
  }
}

function troubleOf(error: unknown): CaptureTrouble {
  if (!(error instanceof DOMException)) return 'failed'
  switch (error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    case 'NotReadableError':
      return 'busy'
    default:
      return 'failed'
  }
}
