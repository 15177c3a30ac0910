import 'fake-indexeddb/auto'

import { openDB } from 'idb'
import { describe, expect, it } from 'vitest'

import { FRAME_SAMPLES } from '@/lib/sampleClock'

import { openSpool } from './spool'

const SOUND = Int16Array.from({ length: FRAME_SAMPLES }, (_, i) => 1000 + i)
let visits = 0

/** What a person leaves of a visit on the device: two frames that nobody has acknowledged. */
async function leaveSomething(person: string) {
  visits += 1
  const encounterId = `visit-${String(visits)}`
  const spool = await openSpool(person)
  await spool.begin({ encounterId, recorderId: 'tab', sound: 'microphone', from: 0 })
  await spool.append(encounterId, { first: 0, pcm: SOUND })
  await spool.append(encounterId, { first: FRAME_SAMPLES, pcm: SOUND })
  return { encounterId, spool }
}

/** What somebody finds who opens the browser's own tools. */
function disk() {
  return openDB('medic-scribe-sound', 1)
}

describe('what is kept on this device', () => {
  it('should be readable by nobody who reads the disk of the browser, and by its owner', async () => {
    const { encounterId, spool } = await leaveSomething('dr.rivera')

    const frames = (await (await disk()).getAll('frames')) as { sound: ArrayBuffer }[]
    const key = (await (await disk()).get('keys', 'dr.rivera')) as { key: CryptoKey }

    expect(frames).toHaveLength(2)
    for (const { sound } of frames) {
      expect(Buffer.from(sound).includes(Buffer.from(SOUND.buffer, 0, 32))).toBe(false)
    }
    const [first, second] = frames.map(({ sound }) => Buffer.from(sound).toString('hex'))
    expect(first).not.toBe(second)
    expect(key.key.extractable).toBe(false)
    const read = await spool.read(encounterId, 0, 10)
    expect(read.map(({ first }) => first)).toEqual([0, FRAME_SAMPLES])
    expect(read[1]?.pcm).toEqual(SOUND)
    await spool.remove(encounterId)
  })

  it('should be neither seen nor read nor deleted by another person', async () => {
    const { encounterId, spool } = await leaveSomething('dr.rivera')
    const other = await openSpool('dr.chen')

    expect(await other.unfinished()).toEqual([])
    expect(await other.find(encounterId)).toBeUndefined()
    expect(await other.read(encounterId, 0, 10)).toEqual([])
    expect(await other.othersKept()).toBe(1)
    await other.remove(encounterId)

    expect(await spool.read(encounterId, 0, 10)).toHaveLength(2)
    await spool.remove(encounterId)
  })

  it('should not open in the place of another visit', async () => {
    const { encounterId, spool } = await leaveSomething('dr.rivera')
    const db = await disk()
    const [frame] = (await db.getAll('frames')) as object[]
    await db.put('frames', { ...frame, encounterId: 'another' })

    expect(await spool.read('another', 0, 10)).toEqual([])
    await spool.remove('another')
    await spool.remove(encounterId)
  })

  it('should be there after a sign-out, and its key as long as it is', async () => {
    const { encounterId } = await leaveSomething('dr.rivera')
    const { encounterId: further } = await leaveSomething('dr.rivera')

    const later = await openSpool('dr.rivera')
    expect(await later.read(encounterId, 0, 10)).toHaveLength(2)
    await later.remove(encounterId)
    expect(await later.read(further, 0, 10)).toHaveLength(2)
    await later.remove(further)

    expect(await (await disk()).getAll('keys')).toEqual([])
  })

  it('should say that it cannot be read when its key is gone', async () => {
    const { encounterId } = await leaveSomething('dr.rivera')
    await (await disk()).clear('keys')

    const later = await openSpool('dr.rivera')
    expect(await later.isReadable()).toBe(false)
    expect(await later.unfinished()).toHaveLength(1)
    expect(await later.read(encounterId, 0, 10)).toEqual([])

    await later.begin({ encounterId, recorderId: 'tab', sound: 'microphone', from: 0 })
    await later.append(encounterId, { first: 2 * FRAME_SAMPLES, pcm: SOUND })
    expect((await later.read(encounterId, 0, 10)).map(({ first }) => first)).toEqual([
      2 * FRAME_SAMPLES,
    ])
    await later.remove(encounterId)
  })

  it('should be read whole however much it is', async () => {
    const { encounterId, spool } = await leaveSomething('dr.rivera')
    for (let i = 2; i < 250; i++) {
      await spool.append(encounterId, { first: i * FRAME_SAMPLES, pcm: SOUND })
    }

    const read = await spool.read(encounterId, 0, Infinity)

    expect(read.map(({ first }) => first / FRAME_SAMPLES)).toEqual(
      Array.from({ length: 250 }, (_, i) => i),
    )
    await spool.remove(encounterId)
  })

  it('should keep frames in their place that are put down while all is moved', async () => {
    const { encounterId, spool } = await leaveSomething('dr.rivera')

    await Promise.all([
      spool.append(encounterId, { first: 2 * FRAME_SAMPLES, pcm: SOUND }),
      spool.move(encounterId, 5),
    ])

    expect((await spool.read(encounterId, 0, 10)).map(({ first }) => first)).toEqual([
      5,
      FRAME_SAMPLES + 5,
      2 * FRAME_SAMPLES + 5,
    ])
    await spool.remove(encounterId)
  })

  it('should lose its sound for age only, and leave word of that', async () => {
    const { encounterId, spool } = await leaveSomething('dr.rivera')

    await spool.expire(encounterId)

    expect(await spool.read(encounterId, 0, 10)).toEqual([])
    expect(await spool.find(encounterId)).toMatchObject({ expired: true })
    await spool.remove(encounterId)
  })
})
