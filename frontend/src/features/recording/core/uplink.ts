import { afterClose } from '@/contracts/closeCodes'
import {
  parseServerFrame,
  type ClientFrame,
  type Problem,
  type ServerFrame,
} from '@/contracts/socket'
import { backoffMs } from '@/lib/backoff'
import { kindOf } from '@/lib/problem'
import type { Socket } from '@/lib/socket'
import { encodeFrame, tailFrom, type Frame } from './frame'
import { Positions } from './positions'
import type { Spool, SpooledRecording } from './spool'

export type Link = 'connecting' | 'open' | 'waiting' | 'closed'

/** What the clinician is told about the safety of the recording. */
export interface UplinkStatus {
  readonly link: Link
  readonly captured: number
  readonly acknowledged: number
  /** Of what was captured, the samples that are only here. */
  readonly waiting: number
  /** The gateway confirmed the end: nothing of this recording is only here. */
  readonly complete: boolean
  /** Why sending has ended before its end; the audio is still on this device. */
  readonly problem: Problem | undefined
}

export interface UplinkOptions {
  readonly recording: SpooledRecording
  readonly spool: Spool
  /** Opens a socket with a token that is valid now. */
  readonly connect: () => Promise<Socket>
  readonly onStatus: (status: UplinkStatus) => void
  readonly schedule?: (run: () => void, afterMs: number) => () => void
}

/** Frames read from the spool at once when there is a backlog: two seconds. */
const READ_FRAMES = 20

/**
 * The gateway answers within a second, and closes what Kafka has not taken within fifteen. After
 * longer silence the connection is dead, though nothing has said so: a network was changed.
 */
const ANSWER_MS = 20_000

/**
 * Brings a recording's frames from this device to the gateway: in order, within the gateway's
 * window, again after every lost connection, until the gateway has confirmed the end.
 *
 * Capturing does not depend on it: `capture` keeps the frame in the spool first, whatever the
 * link does.
 */
export class Uplink {
  readonly #options: UplinkOptions
  readonly #schedule: (run: () => void, afterMs: number) => () => void
  readonly #at: Positions
  #socket: Socket | undefined
  #link: Link = 'closed'
  #ended: boolean
  #complete = false
  #problem: Problem | undefined
  #stopSent = false
  #paused = false
  #pauseSent = false
  #attempt = 0
  #takeOver = false
  #moving: Promise<void> = Promise.resolve()
  #cancelRetry: (() => void) | undefined
  #cancelPatience: (() => void) | undefined
  #pumping: Promise<void> = Promise.resolve()

  constructor(options: UplinkOptions) {
    this.#options = options
    this.#at = new Positions(options.recording)
    this.#ended = options.recording.ended
    this.#schedule =
      options.schedule ??
      ((run, afterMs) => {
        const timer = setTimeout(run, afterMs)
        return () => {
          clearTimeout(timer)
        }
      })
  }

  /** Connects, and keeps connecting until the recording is complete or refused. */
  open(takeOver = false): void {
    if (this.#link === 'connecting' || this.#link === 'open') return
    this.#cancelRetry?.()
    this.#takeOver = takeOver
    this.#become('connecting')
    this.#options.connect().then(
      (socket) => {
        this.#attach(socket)
      },
      () => {
        this.#retryLater()
      },
    )
  }

  /** Resolves when the frame is safe on this device. */
  async capture(frame: Frame): Promise<void> {
    await this.#moving
    await this.#options.spool.append(this.#options.recording.encounterId, this.#at.inVisit(frame))
    this.#at.keep(frame)
    this.#report()
    this.#pump()
  }

  /** Nothing could be captured up to there, by the recorder's own count. */
  async missed(reached: number): Promise<void> {
    await this.#moving
    const { encounterId } = this.#options.recording
    await this.#options.spool.reach(encounterId, this.#at.placeOf(reached))
    this.#at.reach(reached)
    this.#report()
    this.#pump()
  }

  /** No audio for a while; the gateway is told when it has all that came before. */
  pause(): void {
    this.#paused = true
    this.#pump()
  }

  resume(): void {
    this.#paused = false
    this.#pump()
  }

  /** The clinician ended the recording; the rest is sent, now or when there is a connection. */
  async end(): Promise<void> {
    await this.#options.spool.end(this.#options.recording.encounterId)
    this.#ended = true
    this.#pump()
  }

  /** Lets go of the connection; what is unsent stays on this device. */
  close(): void {
    this.#cancelRetry?.()
    this.#leaveSocket()
    this.#become('closed')
  }

  #leaveSocket(): void {
    this.#noAnswerIsDue()
    const socket = this.#socket
    this.#socket = undefined
    socket?.close(1000)
  }

  #answerIsDue(): void {
    this.#cancelPatience ??= this.#schedule(() => {
      this.#leaveSocket()
      this.#retryLater()
    }, ANSWER_MS)
  }

  #noAnswerIsDue(): void {
    this.#cancelPatience?.()
    this.#cancelPatience = undefined
  }

  #attach(socket: Socket): void {
    this.#socket = socket
    socket.onopen = () => {
      this.#at.sendAgain()
      this.#stopSent = false
      this.#pauseSent = false
      this.#answerIsDue()
      this.#say({
        type: 'start',
        from: this.#at.acknowledged,
        recorderId: this.#options.recording.recorderId,
        takeOver: this.#takeOver,
      })
    }
    socket.onmessage = ({ data }) => {
      if (this.#socket !== socket || typeof data !== 'string') return
      const frame = parseServerFrame(data)
      if (frame) this.#receive(frame, socket)
    }
    socket.onclose = ({ code }) => {
      if (this.#socket !== socket) return
      this.#noAnswerIsDue()
      this.#socket = undefined
      const next = this.#complete ? 'give-up' : afterClose('recorder', code)
      if (next === 'give-up') this.#become('closed')
      else if (next === 'reconnect-at-once') this.#reconnect()
      else this.#retryLater()
    }
  }

  #receive(frame: ServerFrame, socket: Socket): void {
    switch (frame.type) {
      case 'ready':
        this.#noAnswerIsDue()
        this.#at.allow(frame.windowSamples)
        this.#moving = this.#goOnAt(frame.next, socket)
        return
      case 'ack':
        this.#acknowledge(frame.through)
        return
      case 'stopped':
        this.#noAnswerIsDue()
        void this.#forget()
        return
      case 'failed':
        this.#problem = frame.problem
        if (kindOf(frame.problem) === 'consent-withdrawn') {
          void this.#options.spool.remove(this.#options.recording.encounterId)
        }
        this.#report()
        return
      // For those who watch the visit, over a socket of their own.
      case 'interim':
      case 'segment':
      case 'speakers':
      case 'note-delta':
      case 'note':
      case 'state':
      case 'delay':
        return
    }
  }

  /** Where the first unacknowledged sample goes: later than here when others have recorded since. */
  async #goOnAt(next: number, socket: Socket): Promise<void> {
    const by = next - this.#at.acknowledged
    if (by > 0) {
      try {
        await this.#options.spool.move(this.#options.recording.encounterId, by)
      } catch {
        if (this.#socket !== socket) return
        this.#leaveSocket()
        this.#retryLater()
        return
      }
      this.#at.moveBy(by)
    }
    this.#attempt = 0
    this.#problem = undefined
    this.#takeOver = false
    if (this.#socket !== socket) return
    this.#become('open')
    this.#pump()
  }

  /** All of it is safe elsewhere; said when it is gone from here, so that no one asks again. */
  async #forget(): Promise<void> {
    await this.#options.spool.remove(this.#options.recording.encounterId)
    this.#complete = true
    this.#report()
  }

  #acknowledge(through: number): void {
    if (!this.#at.acknowledge(through)) return
    this.#noAnswerIsDue()
    if (this.#at.awaitsAnswer()) this.#answerIsDue()
    void this.#options.spool.acknowledge(this.#options.recording.encounterId, through)
    this.#report()
    this.#pump()
  }

  /** One pass at a time; a pass that finds nothing more to send ends. */
  #pump(): void {
    this.#pumping = this.#pumping.then(() => this.#sendWhatFits().catch(() => undefined))
  }

  async #sendWhatFits(): Promise<void> {
    while (this.#link === 'open' && !this.#at.isAllSent() && this.#at.hasRoom()) {
      const frames = await this.#options.spool.read(
        this.#options.recording.encounterId,
        this.#at.sent,
        READ_FRAMES,
      )
      if (frames.length === 0) this.#leaveOut(this.#at.captured)
      for (const frame of frames) {
        const tail = tailFrom(frame, this.#at.sent)
        if (!tail) continue
        if (this.#link !== 'open' || !this.#at.hasRoom()) return
        if (tail.first > this.#at.sent) this.#leaveOut(tail.first)
        this.#sayAudioFollows()
        this.#at.send(tail)
        this.#answerIsDue()
        this.#socket?.send(encodeFrame(tail))
      }
    }
    if (this.#link === 'open' && this.#at.isAllSent()) this.#sayWhatFollows()
  }

  /** There is nothing on this device up to there: it could not be captured, and stays a gap. */
  #leaveOut(through: number): void {
    this.#sayAudioFollows()
    this.#say({ type: 'missed', through })
    this.#at.skip(through)
  }

  #sayAudioFollows(): void {
    if (this.#pauseSent) this.#say({ type: 'resume' })
    this.#pauseSent = false
  }

  /** All of the audio is on its way; what the clinician did after it may be said. */
  #sayWhatFollows(): void {
    if (this.#ended) {
      if (this.#stopSent) return
      this.#stopSent = true
      this.#answerIsDue()
      this.#say({ type: 'stop', totalSamples: this.#at.captured })
    } else if (this.#paused !== this.#pauseSent) {
      this.#say({ type: this.#paused ? 'pause' : 'resume' })
      this.#pauseSent = this.#paused
    }
  }

  #retryLater(): void {
    this.#become('waiting')
    this.#cancelRetry = this.#schedule(() => {
      this.#reconnect()
    }, backoffMs(this.#attempt))
    this.#attempt += 1
  }

  #reconnect(): void {
    this.#link = 'closed'
    this.open(this.#takeOver)
  }

  #say(frame: ClientFrame): void {
    this.#socket?.send(JSON.stringify(frame))
  }

  #become(link: Link): void {
    this.#link = link
    this.#report()
  }

  #report(): void {
    this.#options.onStatus({
      link: this.#link,
      captured: this.#at.captured,
      acknowledged: this.#at.acknowledged,
      waiting: this.#at.waiting,
      complete: this.#complete,
      problem: this.#problem,
    })
  }
}
