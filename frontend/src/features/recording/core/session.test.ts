import { beforeEach, describe, expect, it } from 'vitest'

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

  recorder = (events: RecorderEvents): Recorder => {
    this.recorderEvents = events
    return {
      port: new MessageChannel().port1,
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
    this.captureEvents = events
    return Promise.resolve({
      inputName: 'deviceId' in sound ? String(sound.deviceId) : 'Built-in microphone',
      pause: () => this.told.push('pause'),
      resume: () => this.told.push('resume'),
      use: (next) =>
        this.refusal
          ? Promise.reject(this.refusal)
          : Promise.resolve('deviceId' in next ? String(next.deviceId) : 'Built-in microphone'),
      end: () => {
        this.told.push('end')
        return Promise.resolve()
      },
      close: () => this.told.push('close'),
    })
  }

  status(change: Partial<UplinkStatus>): void {
    this.recorderEvents?.onStatus({
      link: 'open',
      captured: 0,
      acknowledged: 0,
      complete: false,
      problem: undefined,
      ...change,
    })
  }
}

describe('RecordingSession', () => {
  let device: FakeDevice
  let session: RecordingSession

  beforeEach(() => {
    device = new FakeDevice()
    session = new RecordingSession({
      encounterId: 'visit',
      sound: MICROPHONE,
      recorder: device.recorder,
      capture: device.capture,
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

    expect(session.state.get()).toMatchObject({ phase: 'recording', inputName: 'headset' })
    expect(device.told).toEqual(['pause', 'resume'])
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
