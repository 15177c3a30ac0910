import { beforeEach, describe, expect, it } from 'vitest'

import { FRAME_SAMPLES, SAMPLES_PER_SECOND } from '@/lib/sampleClock'

import { CaptureTimeline } from './timeline'

const FRAME_MS = 100

describe('CaptureTimeline', () => {
  let now: number
  let timeline: CaptureTimeline

  beforeEach(() => {
    now = 10_000
    timeline = new CaptureTimeline({ position: 0, now })
  })

  /** The next frame, so much later than it was due. */
  function captured(lateMs = 0) {
    now += FRAME_MS + lateMs
    return timeline.place(new Int16Array(FRAME_SAMPLES), now)
  }
  function seconds(count: number) {
    let missed = 0
    for (let i = 0; i < count * 10; i++) missed += captured().missed
    return missed
  }

  it('should leave sound that comes in time where it counts itself', () => {
    expect(seconds(60)).toBe(0)
    expect(timeline.reached).toBe(60 * SAMPLES_PER_SECOND)
  })

  it('should put what follows a standstill where it was said', () => {
    seconds(10)

    const { frame, missed } = captured(25_000)

    expect(missed).toBe(25 * SAMPLES_PER_SECOND)
    expect(frame.first).toBe(35 * SAMPLES_PER_SECOND)
    expect(captured().frame.first).toBe(35 * SAMPLES_PER_SECOND + FRAME_SAMPLES)
  })

  it('should add one standstill to another', () => {
    seconds(10)
    captured(5_000)
    captured(7_000)

    expect(timeline.reached).toBe(22 * SAMPLES_PER_SECOND + 2 * FRAME_SAMPLES)
  })

  it('should not miss what only came late, and then all at once', () => {
    seconds(10)
    let missed = captured(900).missed
    for (let i = 0; i < 9; i++) missed += captured(-FRAME_MS).missed

    expect(missed + seconds(10)).toBe(0)
  })

  it('should notice many small losses by their sum', () => {
    let missed = 0
    for (let i = 0; i < 100; i++) missed += captured(20).missed

    expect(missed / SAMPLES_PER_SECOND).toBeCloseTo(1, 1)
  })

  it('should miss nothing in three hours because a sound card counts a little slowly', () => {
    let missed = 0
    for (let i = 0; i < 108_000; i++) missed += captured(FRAME_MS * 0.0004).missed

    expect(missed).toBe(0)
  })

  it('should miss nothing in a pause', () => {
    seconds(10)
    timeline.rest(now)
    now += 60_000
    timeline.goOn(now)

    expect(captured().missed).toBe(0)
    expect(timeline.reached).toBe(10 * SAMPLES_PER_SECOND + FRAME_SAMPLES)
  })

  it('should miss what nobody paused: a recording that ends in a standstill ends when it was ended', () => {
    seconds(10)
    now += 20_000

    expect(timeline.rest(now)).toBe(20 * SAMPLES_PER_SECOND)
    expect(timeline.reached).toBe(30 * SAMPLES_PER_SECOND)
  })

  it('should miss the time in which the page was closed', () => {
    timeline = new CaptureTimeline({ position: 48_000, now, since: now - 30_000 })

    expect(captured().frame.first).toBe(48_000 + 30 * SAMPLES_PER_SECOND)
  })

  it('should miss nothing when what a closed page left is only sent', () => {
    timeline = new CaptureTimeline({ position: 48_000, now, since: now - 30_000 })

    expect(timeline.rest(now)).toBe(0)
  })

  it('should miss nothing of a sample, which waits', () => {
    timeline = new CaptureTimeline({ position: 0, now, keepsTime: false })
    seconds(1)

    expect(captured(60_000).missed).toBe(0)
    expect(timeline.rest(now + 60_000)).toBe(0)
  })

  it('should miss nothing before the first sound', () => {
    now += 60_000

    expect(timeline.rest(now)).toBe(0)
    expect(timeline.reached).toBe(0)
  })

  it('should let a night use up no more than an hour of a visit', () => {
    seconds(10)

    expect(captured(12 * 3_600_000).missed).toBe(3_600 * SAMPLES_PER_SECOND)
  })

  it('should tell for how long nothing has come', () => {
    seconds(1)
    expect(timeline.silentFor(now + 2_000)).toBe(2_000)
    captured()
    expect(timeline.silentFor(now)).toBe(0)
  })
})
