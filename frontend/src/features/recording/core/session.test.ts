import { beforeEach, describe, expect, it, vi } from 'vitest'

import {
  CaptureError,
  RecordingSession,
  type Capture,
  type CaptureEvents,
  type Recorder,
  type RecorderEvents,
  type Sound,
} from './session'
import type { UplinkStatus } from './uplink'

const MICROPHONE: Sound = { kind: 'microphone' }
const HEADSET: Sound = { kind: 'microphone', deviceId: 'headset' }
const SPEECH = { rms: 0.1, peak: 0.5 }
const DEAD = { rms: 0, peak: 0 }

/** What a browser and the worker would do, written down. */
class FakeDevice {
  readonly told: string[] = []
  refusal: CaptureError | undefined
  captured = 0
  first: number | undefined
  recorderEvents: RecorderEvents | undefined
  captureEvents: CaptureEvents | undefined
  opened = 0
  sounds = true
  answersTheEnd = true

  recorder = (events: RecorderEvents): Recorder => {
    this.recorderEvents = events
    return {
      listen: () => new MessageChannel().port1,
      begin: () =>
        Promise.resolve({
          encounterId: 'visit',
          recorderId: 'tab',
          startedAt: '',
          sound: 'microphone',
          captured: this.captured,
          acknowledged: 0,
          ended: false,
        }),
      end: () => this.told.push('recorder end'),
      close: () => this.told.push('recorder close'),
    }
  }

  capture = (
    sound: Sound,
    first: number,
    _: MessagePort,
    events: CaptureEvents,
  ): Promise<Capture> => {
    if (this.refusal) return Promise.reject(this.refusal)
    this.first = first
    this.opened += 1
    this.captureEvents = events
    if (this.sounds) events.onLevel(SPEECH, first)
    return Promise.resolve({
      inputName: 'deviceId' in sound ? String(sound.deviceId) : 'Built-in microphone',
      pause: () => this.told.push('pause'),
      resume: () => this.told.push('resume'),
      hold: () => this.told.push('hold'),
      revive: () => this.told.push('revive'),
      use: (next) =>
        this.refusal
          ? Promise.reject(this.refusal)
          : Promise.resolve('deviceId' in next ? String(next.deviceId) : 'Built-in microphone'),
      end: () => {
        this.told.push('end')
        return this.answersTheEnd ? Promise.resolve() : new Promise<never>(() => undefined)
      },
      close: () => this.told.push('close'),
    })
  }

  status(change: Partial<UplinkStatus>): void {
    this.recorderEvents?.onStatus({
      link: 'open',
      captured: 0,
      acknowledged: 0,
      waiting: 0,
      complete: false,
      problem: undefined,
      ...change,
    })
  }
}

describe('RecordingSession', () => {
  let device: FakeDevice
  let session: RecordingSession
  let timers: (() => void)[]

  beforeEach(() => {
    timers = []
    device = new FakeDevice()
    session = new RecordingSession({
      encounterId: 'visit',
      sound: MICROPHONE,
      recorder: device.recorder,
      capture: device.capture,
      schedule: (run) => timers.push(run),
    })
  })

  const phase = () => session.state.get().phase

  it('should go on where the device left off', async () => {
    device.captured = 48_000

    await session.start()

    expect(device.first).toBe(48_000)
    expect(phase()).toBe('recording')
    expect(session.state.get().inputName).toBe('Built-in microphone')
  })

  it('should say why there is no sound, and start once there is', async () => {
    device.refusal = new CaptureError('denied')
    await session.start()
    expect(session.state.get()).toMatchObject({ phase: 'interrupted', trouble: 'denied' })

    device.refusal = undefined
    await session.use(MICROPHONE)

    expect(session.state.get()).toMatchObject({ phase: 'recording', trouble: undefined })
  })

  it('should pause and go on', async () => {
    await session.start()

    session.pause()
    expect(phase()).toBe('paused')
    session.resume()

    expect(phase()).toBe('recording')
    expect(device.told).toEqual(['pause', 'resume'])
  })

  it('should be interrupted when the microphone is lost, and go on with another', async () => {
    await session.start()

    device.captureEvents?.onLost()
    expect(session.state.get()).toMatchObject({ phase: 'interrupted', trouble: 'missing' })
    await session.use(HEADSET)
    expect(phase()).toBe('starting')
    device.captureEvents?.onLevel(SPEECH, 1_600)

    expect(session.state.get()).toMatchObject({ phase: 'recording', inputName: 'headset' })
    expect(device.told).toEqual(['hold', 'revive', 'resume'])
  })

  it('should say that nothing is recorded when no sound comes, and ask for it', async () => {
    await session.start()

    device.recorderEvents?.onStill(2_000)

    expect(session.state.get()).toMatchObject({ phase: 'halted', stillMs: 2_000 })
    expect(device.told).toEqual(['revive'])
    device.captureEvents?.onLevel(SPEECH, 3_200)
    expect(phase()).toBe('recording')
  })

  it('should not say that it records before there is sound, nor be silent when none comes', async () => {
    device.sounds = false
    await session.start()

    for (let times = 1; times <= 5; times++) device.recorderEvents?.onStill(30_000)
    expect(phase()).toBe('starting')
    device.recorderEvents?.onStill(30_000)

    expect(phase()).toBe('halted')
  })

  it('should open the input anew where asking does not help, and not at once again', async () => {
    await session.start()
    device.captureEvents?.onLevel(SPEECH, 1_600)

    device.sounds = false
    for (let ms = 2_000; ms <= 8_000; ms += 500) {
      device.recorderEvents?.onStill(ms)
      await Promise.resolve()
    }

    expect(device.opened).toBe(2)
    expect(device.first).toBe(1_600)
    expect(device.told.filter((what) => what === 'close')).toHaveLength(1)
    expect(phase()).toBe('halted')
    device.captureEvents?.onLevel(SPEECH, 3_200)
    expect(phase()).toBe('recording')
  })

  it('should go on asking when the input cannot be opened anew', async () => {
    await session.start()
    device.refusal = new CaptureError('silent')

    for (let ms = 2_000; ms <= 6_000; ms += 500) {
      device.recorderEvents?.onStill(ms)
      await Promise.resolve()
    }
    expect(phase()).toBe('halted')
    expect(device.told).not.toContain('close')
    device.captureEvents?.onLevel(SPEECH, 3_200)

    expect(phase()).toBe('recording')
  })

  it('should wait for a microphone that a call has taken, and go on when it is back', async () => {
    await session.start()

    device.captureEvents?.onTaken()
    device.recorderEvents?.onStill(9_000)
    expect(session.state.get()).toMatchObject({ phase: 'halted', taken: true })
    device.captureEvents?.onReturned()

    expect(session.state.get().taken).toBe(false)
    expect(device.opened).toBe(1)
    expect(device.told).toEqual(['hold', 'resume'])
  })

  it('should call no pause a standstill', async () => {
    await session.start()
    session.pause()

    device.recorderEvents?.onStill(9_000)

    expect(phase()).toBe('paused')
  })

  it('should tell what was missed until the clinician knows', async () => {
    await session.start()

    device.recorderEvents?.onMissed({ from: 16_000, through: 416_000 })
    expect(session.state.get()).toMatchObject({
      phase: 'recording',
      missed: { from: 16_000, through: 416_000 },
    })
    session.missedIsKnown()

    expect(session.state.get().missed).toBeUndefined()
  })

  it('should not go on by itself when somebody else may be in the room', async () => {
    await session.start()

    device.recorderEvents?.onMissed({ from: 16_000, through: 16_000 + 600 * 16_000 })
    expect(session.state.get()).toMatchObject({ phase: 'interrupted', trouble: 'long-gap' })
    expect(device.told).toEqual(['pause'])
    await session.use(MICROPHONE)
    device.captureEvents?.onLevel(SPEECH, 1_600)

    expect(phase()).toBe('recording')
  })

  it('should say what to do when the browser has not answered for a while', async () => {
    device.captureEvents = undefined
    const asking = new RecordingSession({
      encounterId: 'visit',
      sound: MICROPHONE,
      recorder: device.recorder,
      capture: () => new Promise<never>(() => undefined),
      schedule: (run) => timers.push(run),
    })
    void asking.start()
    await vi.waitFor(() => {
      expect(timers).toHaveLength(1)
    })

    timers[0]?.()

    expect(asking.state.get()).toMatchObject({ phase: 'starting', trouble: 'unanswered' })
  })

  it('should end where the audio thread does not answer any more', async () => {
    device.answersTheEnd = false
    await session.start()

    const stopped = session.stop()
    timers.at(-1)?.()
    await stopped

    expect(device.told).toEqual(['end', 'recorder end', 'close'])
  })

  it('should not end twice where it does', async () => {
    await session.start()

    await session.stop()

    expect(device.told).toEqual(['end', 'close'])
  })

  it('should say that it has broken off when what keeps the sound has died', async () => {
    await session.start()

    device.recorderEvents?.onBroken()

    expect(session.state.get()).toMatchObject({ phase: 'interrupted', trouble: 'broken' })
  })

  it('should notice a dead input while it records, and only then', async () => {
    await session.start()
    device.captureEvents?.onLevel(SPEECH, 1_600)

    device.captureEvents?.onLevel(DEAD, 200_000)
    expect(session.state.get().quiet).toBe('nothing-heard')

    session.pause()
    device.captureEvents?.onLevel(DEAD, 400_000)
    expect(session.state.get().quiet).toBe('no')
  })

  it('should be over when the gateway has all of it, not before', async () => {
    await session.start()

    await session.stop()
    expect(phase()).toBe('finishing')
    device.status({ complete: true })

    expect(phase()).toBe('over')
    expect(device.told).toContain('recorder close')
  })

  it('should end by itself when the sample has been played', async () => {
    await session.start()

    device.captureEvents?.onPlayed()
    await Promise.resolve()

    expect(phase()).toBe('finishing')
  })

  it('should stop capturing when the gateway refuses for good', async () => {
    await session.start()

    device.status({
      link: 'closed',
      problem: { type: 'x/consent-withdrawn', title: '', status: 403 },
    })

    expect(phase()).toBe('over')
    expect(device.told).toContain('close')
  })

  it('should go on through a lost connection', async () => {
    await session.start()

    device.status({ link: 'waiting', captured: 160_000 })

    expect(phase()).toBe('recording')
  })
})
