import { openSocket, type Socket } from '@/lib/socket'

import { FrameIntake } from '../core/intake'
import { openSpool } from '../core/spool'
import { CaptureTimeline } from '../core/timeline'
import { Uplink } from '../core/uplink'
import { WallClock } from '../core/wallClock'

import type { FromWorker, ToRecorder, ToWorker } from './messages'

/**
 * Keeps frames on this device and sends them, away from the page's main thread: a hidden tab's
 * timers are throttled, a worker's are not. So it is also the one that notices when no sound comes.
 */
interface Running {
  receive(message: ToRecorder): void
  /** Not before there is sound: a microphone that is refused must not claim the visit. */
  openOnce(): void
  /** No frame will follow. */
  end(at: number): void
  /** Ends the recorder; a recording without a single frame leaves nothing behind. */
  finish(): Promise<void>
}

const LOOK_EVERY_MS = 500
/** A busy machine may take so long between two frames, and lose nothing. */
const STILL_AFTER_MS = 2_000
/** So long nobody waits for the next frame: the gateway is told, and does not close the socket. */
const REST_AFTER_MS = 10_000

const wall = new WallClock(
  () => performance.now(),
  () => Date.now(),
)
let running: Running | undefined
let sound: MessagePort | undefined
const retired = new Set<MessagePort>()
const tokenWaiters: ((token: string | undefined) => void)[] = []

onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'begin':
      begin(data).catch(() => {
        tell({ type: 'failed' })
      })
      return
    case 'listen':
      listen(data.port)
      return
    case 'token':
      tokenWaiters.splice(0).forEach((resolve) => {
        resolve(data.token)
      })
      return
    case 'end':
      running?.openOnce()
      running?.end(wall.now())
      return
    case 'close':
      void (running?.finish() ?? Promise.resolve()).finally(close)
  }
}

/** Sound that was opened anew takes over with its first frame; until then the old may come back. */
function listen(port: MessagePort): void {
  port.onmessage = ({ data }: MessageEvent<ToRecorder>) => {
    if (data.type === 'frame' && sound !== port && !retired.has(port)) {
      if (sound) retired.add(sound)
      sound = port
    }
    if (!retired.has(port)) running?.receive(data)
  }
}

async function begin({
  order,
  person,
  socketUrl,
}: Extract<ToWorker, { type: 'begin' }>): Promise<void> {
  const { encounterId, takeOverFrom } = order
  const begunAt = takeOverFrom ?? 0
  const spool = await openSpool(person)
  const recording = await spool.begin({
    encounterId,
    recorderId: crypto.randomUUID(),
    sound: order.sound,
    from: begunAt,
  })
  const link = new Uplink({
    recording,
    spool,
    connect: () => connect(socketUrl, encounterId),
    onStatus: (status) => {
      tell({ type: 'status', status })
    },
  })
  const { capturedAt } = recording
  const goesOn = takeOverFrom === undefined && !recording.ended && capturedAt !== undefined
  const timeline = new CaptureTimeline({
    position: recording.captured,
    now: wall.now(),
    since: goesOn ? wall.at(capturedAt) : undefined,
    keepsTime: order.sound === 'microphone',
  })
  const intake = new FrameIntake({
    keep: (frame) => {
      heard = true
      return link.capture(frame)
    },
    onTrouble: (waitingFrames) => {
      tell({ type: 'device-full', waitingFrames })
    },
  })
  let heard = recording.captured > begunAt
  let opened = false
  let wanted = true
  let ended = false
  let resting = false

  const watch = setInterval(() => {
    const forMs = timeline.silentFor(wall.now())
    if (!wanted || forMs < STILL_AFTER_MS) return
    tell({ type: 'still', forMs })
    if (forMs < REST_AFTER_MS || resting) return
    resting = true
    void intake.settled().then(() => {
      link.pause()
    })
  }, LOOK_EVERY_MS)

  const openOnce = () => {
    if (opened) return
    opened = true
    link.open(takeOverFrom !== undefined)
  }
  const goOn = () => {
    if (resting) link.resume()
    resting = false
  }
  const missed = (samples: number, through: number) => {
    if (samples > 0) tell({ type: 'missed', gap: { from: through - samples, through } })
  }
  /** No sound is wanted; what should have come until now is missed. */
  const rest = async (at: number) => {
    wanted = false
    const samples = timeline.rest(at)
    const { reached } = timeline
    missed(samples, reached)
    await intake.settled()
    if (samples > 0) await link.missed(reached)
  }

  running = {
    openOnce,
    receive: (message) => {
      switch (message.type) {
        case 'frame': {
          if (ended) return
          goOn()
          const placed = timeline.place(message.pcm, wall.at(message.at))
          missed(placed.missed, placed.frame.first)
          intake.take(placed.frame)
          openOnce()
          return
        }
        case 'paused':
          void rest(wall.at(message.at)).then(() => {
            link.pause()
            return spool.rest(encounterId)
          })
          return
        case 'resumed':
          wanted = true
          timeline.goOn(wall.at(message.at))
          link.resume()
          return
        case 'ended':
          running?.end(wall.at(message.at))
      }
    },
    end: (at) => {
      ended = true
      void rest(at).then(() => link.end())
    },
    finish: async () => {
      clearInterval(watch)
      link.close()
      if (!heard) await spool.remove(encounterId)
    },
  }
  if (recording.captured > recording.acknowledged || recording.ended) openOnce()
  tell({ type: 'begun', recording })
}

async function connect(socketUrl: string, encounterId: string): Promise<Socket> {
  const token = await new Promise<string | undefined>((resolve) => {
    tokenWaiters.push(resolve)
    tell({ type: 'token-needed' })
  })
  if (!token) throw new Error('nobody is signed in')
  return openSocket(socketUrl, encounterId, token)
}

function tell(message: FromWorker): void {
  postMessage(message)
}
