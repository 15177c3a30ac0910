import { openSocket, type Socket } from '@/lib/socket'

import { FrameIntake } from '../core/intake'
import { openSpool } from '../core/spool'
import { Uplink } from '../core/uplink'

import type { FromWorker, ToRecorder, ToWorker } from './messages'

/**
 * Keeps frames on this device and sends them, away from the page's main thread: a hidden tab's
 * timers are throttled, a worker's are not.
 */
interface Running {
  readonly link: Uplink
  readonly takeOver: boolean
  opened: boolean
  /** Ends the recorder; a recording without a single frame leaves nothing behind. */
  readonly finish: () => Promise<void>
}

let running: Running | undefined
const tokenWaiters: ((token: string | undefined) => void)[] = []

onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'begin':
      begin(data).catch(() => {
        tell({ type: 'failed' })
      })
      return
    case 'token':
      tokenWaiters.splice(0).forEach((resolve) => {
        resolve(data.token)
      })
      return
    case 'end':
      openOnce()
      void running?.link.end()
      return
    case 'close':
      void (running?.finish() ?? Promise.resolve()).finally(close)
  }
}

async function begin({ order, ...page }: Extract<ToWorker, { type: 'begin' }>): Promise<void> {
  const begunAt = order.takeOverFrom ?? 0
  const spool = await openSpool()
  const recording = await spool.begin({
    encounterId: order.encounterId,
    recorderId: crypto.randomUUID(),
    sound: order.sound,
    from: begunAt,
  })
  const link = new Uplink({
    recording,
    spool,
    connect: () => connect(page.socketUrl, order.encounterId),
    onStatus: (status) => {
      tell({ type: 'status', status })
    },
  })
  let heard = recording.captured > begunAt
  running = {
    link,
    takeOver: order.takeOverFrom !== undefined,
    opened: false,
    finish: async () => {
      link.close()
      if (!heard) await spool.remove(order.encounterId)
    },
  }
  const intake = new FrameIntake({
    keep: (frame) => {
      heard = true
      return link.capture(frame)
    },
    onTrouble: (waitingFrames) => {
      tell({ type: 'device-full', waitingFrames })
    },
  })
  page.port.onmessage = ({ data }: MessageEvent<ToRecorder>) => {
    receive(data, link, intake)
  }
  if (recording.captured > recording.acknowledged || recording.ended) openOnce()
  tell({ type: 'begun', recording })
}

/** Not before there is sound: a microphone that is refused must not claim the visit. */
function openOnce(): void {
  if (!running || running.opened) return
  running.opened = true
  running.link.open(running.takeOver)
}

function receive(message: ToRecorder, link: Uplink, intake: FrameIntake): void {
  switch (message.type) {
    case 'frame':
      intake.take({ first: message.first, pcm: message.pcm })
      openOnce()
      return
    case 'paused':
      void intake.settled().then(() => {
        link.pause()
      })
      return
    case 'resumed':
      link.resume()
      return
    case 'ended':
      void intake.settled().then(() => link.end())
  }
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
