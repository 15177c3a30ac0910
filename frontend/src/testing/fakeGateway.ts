import type { Socket } from '@/lib/socket'

/** The gateway's end of the protocol, as far as a recorder can tell. */
export class FakeGateway {
  /** Every sample that was accepted, by its position. */
  readonly received = new Map<number, number>()
  readonly starts: { from: number; takeOver: boolean }[] = []
  window = 160_000
  /** Where other recorders have left off. */
  begin = 0
  reachable = true
  acknowledges = true
  total: number | undefined
  paused = false
  heardWhilePaused = 0
  /** Where nothing could be captured, as it was told. */
  readonly missed: { from: number; through: number }[] = []
  /** No frame may start later, nor the recording end anywhere else. */
  #next = 0
  #live: FakeSocket | undefined

  connect = (): Promise<Socket> => {
    if (!this.reachable) return Promise.reject(new Error('unreachable'))
    const socket = new FakeSocket(this)
    this.#live = socket
    setTimeout(() => socket.onopen?.())
    return Promise.resolve(socket)
  }

  /** Cuts the connection as a dying process does. */
  cut(code = 1006): void {
    const socket = this.#live
    this.#live = undefined
    socket?.onclose?.({ code })
  }

  say(frame: object): void {
    this.#live?.onmessage?.({ data: JSON.stringify(frame) })
  }

  acknowledge(through: number): void {
    this.say({ type: 'ack', through })
  }

  /** Called by the socket. */
  hear(data: string | ArrayBuffer): void {
    if (typeof data === 'string') this.#text(JSON.parse(data) as Record<string, unknown>)
    else this.#audio(data)
  }

  #text(frame: Record<string, unknown>): void {
    if (frame['type'] === 'start') {
      this.#next = Math.max(Number(frame['from']), this.begin)
      this.starts.push({ from: Number(frame['from']), takeOver: frame['takeOver'] === true })
      this.say({
        type: 'ready',
        next: Math.max(Number(frame['from']), this.begin),
        windowSamples: this.window,
        maxFrameSamples: 16_000,
        maxTotalSamples: 172_800_000,
      })
    }
    if (frame['type'] === 'missed') {
      const through = Number(frame['through'])
      if (through > this.#next) this.missed.push({ from: this.#next, through })
      this.#next = Math.max(this.#next, through)
    }
    if (frame['type'] === 'pause') this.paused = true
    if (frame['type'] === 'resume') this.paused = false
    if (frame['type'] === 'stop') {
      if (Number(frame['totalSamples']) !== this.#next) {
        this.cut(4400)
        return
      }
      this.total = Number(frame['totalSamples'])
      this.acknowledge(this.total)
      this.say({ type: 'stopped', totalSamples: this.total })
    }
  }

  #audio(data: ArrayBuffer): void {
    const view = new DataView(data)
    const first = Number(view.getBigUint64(0, false))
    const samples = (data.byteLength - 8) / 2
    if (first > this.#next) {
      this.cut(4400)
      return
    }
    this.#next = Math.max(this.#next, first + samples)
    if (this.paused) this.heardWhilePaused += samples
    for (let i = 0; i < samples; i++) this.received.set(first + i, view.getInt16(8 + i * 2, true))
    if (this.acknowledges) this.acknowledge(first + samples)
  }
}

class FakeSocket implements Socket {
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  readonly #gateway: FakeGateway

  constructor(gateway: FakeGateway) {
    this.#gateway = gateway
  }

  send(data: string | ArrayBuffer): void {
    this.#gateway.hear(data)
  }

  close(): void {
    this.onclose?.({ code: 1000 })
  }
}
