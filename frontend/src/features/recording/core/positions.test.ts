import { describe, expect, it } from 'vitest'

import { Positions } from './positions'

const frame = (first: number, samples: number) => ({ first, pcm: new Int16Array(samples) })

describe('Positions', () => {
  it('should go on where an earlier page has stopped', () => {
    const positions = new Positions({ captured: 5_000, acknowledged: 3_000 })

    expect(positions).toMatchObject({ captured: 5_000, acknowledged: 3_000, sent: 3_000 })
    expect(positions.isAllSent()).toBe(false)
  })

  it('should know what is captured, sent and acknowledged', () => {
    const positions = new Positions({ captured: 0, acknowledged: 0 })

    positions.keep(frame(0, 1_600))
    expect(positions.isAllSent()).toBe(false)
    positions.send(frame(0, 1_600))
    expect(positions.isAllSent()).toBe(true)
    expect(positions.awaitsAnswer()).toBe(true)
    expect(positions.acknowledge(1_600)).toBe(true)

    expect(positions.awaitsAnswer()).toBe(false)
    expect(positions).toMatchObject({ captured: 1_600, sent: 1_600, acknowledged: 1_600 })
  })

  it('should capture nothing less when a frame comes late', () => {
    const positions = new Positions({ captured: 0, acknowledged: 0 })

    positions.keep(frame(1_600, 1_600))
    positions.keep(frame(0, 1_600))

    expect(positions.captured).toBe(3_200)
  })

  it('should take no acknowledgement back', () => {
    const positions = new Positions({ captured: 5_000, acknowledged: 3_000 })

    expect(positions.acknowledge(3_000)).toBe(false)
    expect(positions.acknowledge(1_000)).toBe(false)

    expect(positions.acknowledged).toBe(3_000)
  })

  it('should send again over a new link what was not acknowledged', () => {
    const positions = new Positions({ captured: 5_000, acknowledged: 0 })
    positions.send(frame(0, 5_000))
    positions.acknowledge(2_000)

    positions.sendAgain()

    expect(positions.sent).toBe(2_000)
  })

  it('should have no room before the gateway has said how much, nor beyond nine tenths of it', () => {
    const positions = new Positions({ captured: 50_000, acknowledged: 0 })
    positions.send(frame(0, 9_000))
    expect(positions.hasRoom()).toBe(false)

    positions.allow(10_000)
    expect(positions.hasRoom()).toBe(true)
    positions.send(frame(9_000, 1))
    expect(positions.hasRoom()).toBe(false)

    positions.acknowledge(1)
    expect(positions.hasRoom()).toBe(true)
  })

  it('should stand behind what others have recorded, whatever it captures from then on', () => {
    const positions = new Positions({ captured: 3_200, acknowledged: 1_600 })
    positions.send(frame(1_600, 1_600))

    positions.moveBy(50_000)

    expect(positions).toMatchObject({ captured: 53_200, sent: 53_200, acknowledged: 51_600 })
    expect(positions.inVisit(frame(3_200, 1_600)).first).toBe(53_200)
    positions.keep(frame(3_200, 1_600))
    expect(positions.captured).toBe(54_800)
  })

  it('should not count as sound what could not be captured', () => {
    const positions = new Positions({ captured: 0, acknowledged: 0 })
    positions.allow(10_000)
    positions.keep(frame(0, 1_600))
    positions.send(frame(0, 1_600))

    positions.keep(frame(401_600, 1_600))
    expect(positions).toMatchObject({ captured: 403_200, waiting: 3_200 })
    positions.skip(401_600)
    expect(positions.hasRoom()).toBe(true)
    positions.send(frame(401_600, 1_600))
    positions.acknowledge(1_600)
    expect(positions.awaitsAnswer()).toBe(true)
    positions.acknowledge(403_200)

    expect(positions.awaitsAnswer()).toBe(false)
    expect(positions.waiting).toBe(0)
  })

  it('should await no answer to a place that was left empty', () => {
    const positions = new Positions({ captured: 1_600, acknowledged: 1_600 })

    positions.reach(48_000)
    positions.skip(48_000)

    expect(positions.isAllSent()).toBe(true)
    expect(positions.awaitsAnswer()).toBe(false)
    expect(positions.waiting).toBe(0)
  })

  it('should count a frame that was moved while it was being kept where it is now', () => {
    const positions = new Positions({ captured: 0, acknowledged: 0 })
    const last = frame(0, 1_600)
    positions.inVisit(last)

    positions.moveBy(50_000)
    positions.keep(last)

    expect(positions.captured).toBe(51_600)
  })
})
