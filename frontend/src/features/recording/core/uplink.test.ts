import 'fake-indexeddb/auto'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { FakeGateway } from '@/testing/fakeGateway'

import { FRAME_SAMPLES } from '@/lib/sampleClock'
import { openSpool, type Spool } from './spool'
import { Uplink, type UplinkStatus } from './uplink'

/** No retry waits that long: what is scheduled for later watches for a gateway that is silent. */
const SILENCE_MS = 20_000

/** A sample that says where it stands. */
const rulerAt = (position: number): number => (position * 7919) % 32_000

function rulerFrame(index: number) {
  const first = index * FRAME_SAMPLES
  return { first, pcm: Int16Array.from({ length: FRAME_SAMPLES }, (_, i) => rulerAt(first + i)) }
}

describe('Uplink', () => {
  let spool: Spool
  let gateway: FakeGateway
  let status: UplinkStatus | undefined
  let retries: (() => void)[]
  let patience: (() => void) | undefined
  const encounterId = () => `visit-${String(visits)}`
  let visits = 0

  beforeEach(async () => {
    visits += 1
    spool = await openSpool('dr.rivera')
    gateway = new FakeGateway()
    status = undefined
    retries = []
    patience = undefined
  })

  let uplink: Uplink
  afterEach(() => {
    uplink.close()
  })

  async function begin(): Promise<void> {
    const recording = await spool.begin({
      encounterId: encounterId(),
      recorderId: 'this-tab',
      sound: 'microphone',
      from: 0,
    })
    uplink = new Uplink({
      recording,
      spool,
      connect: gateway.connect,
      onStatus: (next) => (status = next),
      schedule: (run, afterMs) => {
        if (afterMs < SILENCE_MS) {
          retries.push(run)
          return () => undefined
        }
        patience = run
        return () => {
          patience = undefined
        }
      },
    })
    uplink.open()
  }

  async function capture(from: number, until: number): Promise<void> {
    for (let i = from; i < until; i++) await uplink.capture(rulerFrame(i))
  }

  function expectWhole(frames: number): void {
    expect(gateway.received.size).toBe(frames * FRAME_SAMPLES)
    const wrong = [...gateway.received].filter(([at, sample]) => sample !== rulerAt(at))
    expect(wrong).toEqual([])
  }

  it('should bring every sample to the gateway and then forget the recording', async () => {
    await begin()

    await capture(0, 30)
    await uplink.end()

    await vi.waitFor(() => {
      expect(status?.complete).toBe(true)
    })
    expectWhole(30)
    expect(gateway.total).toBe(30 * FRAME_SAMPLES)
    await vi.waitFor(async () => {
      expect(await spool.find(encounterId())).toBeUndefined()
    })
  })

  it('should keep recording while the gateway is away and send what was kept', async () => {
    gateway.reachable = false
    await begin()
    await capture(0, 40)
    expect(status).toMatchObject({ link: 'waiting', acknowledged: 0, captured: 40 * FRAME_SAMPLES })

    gateway.reachable = true
    retries.at(-1)?.()
    await uplink.end()

    await vi.waitFor(() => {
      expect(status?.complete).toBe(true)
    })
    expectWhole(40)
  })

  it('should resume from the first sample that was not acknowledged', async () => {
    await begin()
    await capture(0, 10)
    await vi.waitFor(() => {
      expect(status?.acknowledged).toBe(10 * FRAME_SAMPLES)
    })
    gateway.acknowledges = false
    await capture(10, 20)

    gateway.cut()
    gateway.acknowledges = true
    retries.at(-1)?.()
    await capture(20, 25)
    await uplink.end()

    await vi.waitFor(() => {
      expect(status?.complete).toBe(true)
    })
    expect(gateway.starts.map((start) => start.from)).toEqual([0, 10 * FRAME_SAMPLES])
    expectWhole(25)
  })

  /** As the timeline places frames after so many seconds in which nothing could be captured. */
  async function captureAfter(seconds: number, from: number, until: number): Promise<void> {
    for (let i = from; i < until; i++) {
      const { first, pcm } = rulerFrame(i)
      await uplink.capture({ first: first + seconds * 16_000, pcm })
    }
  }

  it('should say what could not be captured, and send what follows where it belongs', async () => {
    await begin()
    await capture(0, 10)
    await captureAfter(25, 10, 20)
    await uplink.end()

    await vi.waitFor(() => {
      expect(status?.complete).toBe(true)
    })
    expect(gateway.missed).toEqual([{ from: 16_000, through: 416_000 }])
    expect(gateway.received.size).toBe(20 * FRAME_SAMPLES)
    expect(gateway.received.get(416_000)).toBe(rulerAt(16_000))
    expect(gateway.total).toBe(27 * 16_000)
  })

  it('should say it again over a new connection', async () => {
    await begin()
    gateway.acknowledges = false
    await capture(0, 10)
    await captureAfter(25, 10, 20)
    await vi.waitFor(() => {
      expect(gateway.received.size).toBe(20 * FRAME_SAMPLES)
    })
    expect(status?.waiting).toBe(20 * FRAME_SAMPLES)

    gateway.cut()
    gateway.acknowledges = true
    retries.at(-1)?.()
    await uplink.end()

    await vi.waitFor(() => {
      expect(status?.complete).toBe(true)
    })
    expect(gateway.missed).toEqual([
      { from: 16_000, through: 416_000 },
      { from: 16_000, through: 416_000 },
    ])
  })

  it('should end where it was ended, though nothing could be captured last', async () => {
    await begin()
    await capture(0, 10)

    await uplink.missed(80_000)
    await uplink.end()

    await vi.waitFor(() => {
      expect(status?.complete).toBe(true)
    })
    expect(gateway.missed).toEqual([{ from: 16_000, through: 80_000 }])
    expect(gateway.total).toBe(80_000)
  })

  it('should say it after a reload, when only the places of the frames tell', async () => {
    gateway.reachable = false
    await begin()
    await capture(0, 10)
    await captureAfter(25, 10, 20)
    uplink.close()

    gateway.reachable = true
    await begin()
    await uplink.end()

    await vi.waitFor(() => {
      expect(status?.complete).toBe(true)
    })
    expect(gateway.missed).toEqual([{ from: 16_000, through: 416_000 }])
    expect(gateway.received.size).toBe(20 * FRAME_SAMPLES)
  })

  it('should leave a connection that has died without a word, and send again what it swallowed', async () => {
    await begin()
    await capture(0, 10)
    await vi.waitFor(() => {
      expect(status?.acknowledged).toBe(10 * FRAME_SAMPLES)
    })
    expect(patience).toBeUndefined()
    gateway.acknowledges = false
    await capture(10, 20)
    await vi.waitFor(() => {
      expect(patience).toBeDefined()
    })

    patience?.()
    expect(status?.link).toBe('waiting')
    gateway.acknowledges = true
    retries.at(-1)?.()
    await uplink.end()

    await vi.waitFor(() => {
      expect(status?.complete).toBe(true)
    })
    expect(gateway.starts.map((start) => start.from)).toEqual([0, 10 * FRAME_SAMPLES])
    expect(patience).toBeUndefined()
    expectWhole(20)
  })

  it('should stay within the window of the gateway', async () => {
    gateway.window = 10 * FRAME_SAMPLES
    gateway.acknowledges = false
    await begin()

    await capture(0, 50)

    await vi.waitFor(() => {
      expect(gateway.received.size).toBeGreaterThan(0)
    })
    expect(gateway.received.size).toBeLessThanOrEqual(10 * FRAME_SAMPLES)
    gateway.acknowledges = true
    gateway.acknowledge(gateway.received.size)
    await uplink.end()
    await vi.waitFor(() => {
      expect(status?.complete).toBe(true)
    })
    expectWhole(50)
  })

  it('should finish on the next visit what a closed tab left', async () => {
    gateway.reachable = false
    await begin()
    await capture(0, 12)
    await uplink.end()
    uplink.close()

    gateway.reachable = true
    await begin()

    await vi.waitFor(() => {
      expect(status?.complete).toBe(true)
    })
    expectWhole(12)
  })

  it('should give up with the reason, and keep the audio, when another recorder took over', async () => {
    await begin()
    gateway.acknowledges = false
    await capture(0, 3)
    await vi.waitFor(() => {
      expect(status?.link).toBe('open')
    })

    gateway.say({
      type: 'failed',
      problem: {
        type: 'https://medicscribe.org/problems/another-recorder',
        title: '',
        status: 409,
      },
    })
    gateway.cut(4409)

    expect(status).toMatchObject({ link: 'closed', complete: false, problem: { status: 409 } })
    expect(retries).toHaveLength(0)
    expect(await spool.read(encounterId(), 0, 10)).toHaveLength(3)
  })

  it('should put what it recorded behind what another recorder has sent', async () => {
    gateway.begin = 50_000
    await begin()
    await capture(0, 12)
    await vi.waitFor(() => {
      expect(status?.link).toBe('open')
    })
    await capture(12, 20)
    await uplink.end()

    await vi.waitFor(() => {
      expect(status?.complete).toBe(true)
    })
    expect(gateway.received.size).toBe(20 * FRAME_SAMPLES)
    const wrong = [...gateway.received].filter(([at, sample]) => sample !== rulerAt(at - 50_000))
    expect(wrong).toEqual([])
    expect(gateway.total).toBe(50_000 + 20 * FRAME_SAMPLES)
  })

  it('should go on where it is in the visit after another page has been opened', async () => {
    gateway.begin = 50_000
    await begin()
    await capture(0, 5)
    await vi.waitFor(() => {
      expect(status?.acknowledged).toBe(50_000 + 5 * FRAME_SAMPLES)
    })
    gateway.reachable = false
    gateway.cut()
    await capture(5, 9)
    uplink.close()

    gateway.reachable = true
    await begin()
    await uplink.end()

    await vi.waitFor(() => {
      expect(status?.complete).toBe(true)
    })
    expect(gateway.starts.at(-1)?.from).toBe(50_000 + 5 * FRAME_SAMPLES)
    const wrong = [...gateway.received].filter(([at, sample]) => sample !== rulerAt(at - 50_000))
    expect(wrong).toEqual([])
    expect(gateway.received.size).toBe(9 * FRAME_SAMPLES)
  })

  it('should reconnect at once, without showing trouble, when its gateway is stopped', async () => {
    await begin()
    await capture(0, 2)
    await vi.waitFor(() => {
      expect(status?.acknowledged).toBe(2 * FRAME_SAMPLES)
    })
    retries.length = 0

    gateway.cut(1012)

    expect(status?.link).toBe('connecting')
    await capture(2, 4)
    await vi.waitFor(() => {
      expect(status?.acknowledged).toBe(4 * FRAME_SAMPLES)
    })
    expect(retries).toHaveLength(0)
    expectWhole(4)
  })

  it('should say pause after the audio before it, and resume before the audio after it', async () => {
    gateway.window = 4 * FRAME_SAMPLES
    gateway.acknowledges = false
    await begin()
    await capture(0, 8)
    uplink.pause()
    await vi.waitFor(() => {
      expectWhole(4)
    })

    gateway.acknowledges = true
    gateway.acknowledge(2 * FRAME_SAMPLES)
    await vi.waitFor(() => {
      expect(gateway.paused).toBe(true)
    })
    expectWhole(8)
    uplink.resume()
    await capture(8, 9)

    await vi.waitFor(() => {
      expectWhole(9)
    })
    expect(gateway.heardWhilePaused).toBe(0)
  })

  it('should stay paused on the next gateway too', async () => {
    await begin()
    await capture(0, 2)
    uplink.pause()
    await vi.waitFor(() => {
      expect(gateway.paused).toBe(true)
    })

    gateway.cut()
    gateway.paused = false
    retries.at(-1)?.()

    await vi.waitFor(() => {
      expect(gateway.paused).toBe(true)
    })
  })

  it('should ignore what it does not know', async () => {
    await begin()
    await vi.waitFor(() => {
      expect(status?.link).toBe('open')
    })

    gateway.say({ type: 'interim', start: 0, end: 100, text: 'hello' })
    gateway.say({ type: 'from-the-future' })

    expect(status?.problem).toBeUndefined()
  })
})
