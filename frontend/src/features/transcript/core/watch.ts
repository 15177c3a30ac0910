import { afterClose } from '@/contracts/closeCodes'
import { parseServerFrame, type ServerFrame } from '@/contracts/socket'
import { backoffMs } from '@/lib/backoff'
import type { Socket } from '@/lib/socket'

export interface WatchOptions {
  readonly connect: () => Promise<Socket>
  /** The socket is open: from here on nothing is missed, so what came before can be read now. */
  readonly onOpen: () => void
  readonly onFrame: (frame: ServerFrame) => void
  readonly schedule?: (run: () => void, afterMs: number) => () => void
}

/** Listens to a visit for as long as somebody looks at it, whatever the connection does. */
export class Watch {
  readonly #options: WatchOptions
  readonly #schedule: (run: () => void, afterMs: number) => () => void
  #socket: Socket | undefined
  #attempt = 0
  #closed = false
  #cancel: (() => void) | undefined

  constructor(options: WatchOptions) {
    this.#options = options
    this.#schedule =
      options.schedule ??
      ((run, afterMs) => {
        const timer = setTimeout(run, afterMs)
        return () => {
          clearTimeout(timer)
        }
      })
  }

  open(): void {
    this.#options.connect().then(
      (socket) => {
        if (this.#closed) socket.close(1000)
        else this.#attach(socket)
      },
      () => {
        this.#again()
      },
    )
  }

  close(): void {
    this.#closed = true
    this.#cancel?.()
    this.#socket?.close(1000)
  }

  #attach(socket: Socket): void {
    this.#socket = socket
    socket.onopen = () => {
      this.#attempt = 0
      this.#options.onOpen()
    }
    socket.onmessage = ({ data }) => {
      if (this.#closed || typeof data !== 'string') return
      const frame = parseServerFrame(data)
      if (frame) this.#options.onFrame(frame)
    }
    socket.onclose = ({ code }) => {
      if (!this.#closed && afterClose('watcher', code) !== 'give-up') this.#again()
    }
  }

  #again(): void {
    if (this.#closed) return
    this.#cancel = this.#schedule(() => {
      this.open()
    }, backoffMs(this.#attempt))
    this.#attempt += 1
  }
}
