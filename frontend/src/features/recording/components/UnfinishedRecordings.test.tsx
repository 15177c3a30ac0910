// @vitest-environment jsdom
import 'fake-indexeddb/auto'

import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Encounter } from '@/contracts/encounter'
import { FRAME_SAMPLES } from '@/lib/sampleClock'
import { anEncounter } from '@/testing/encounters'
import { show, withScreen } from '@/testing/screen'

import { openSpool } from '../core/spool'
import { RecordingsProvider } from '../hooks/recordings'

import { UnfinishedRecordings } from './UnfinishedRecordings'

const DAY = 86_400_000
const VISIT = anEncounter({ patientLabel: 'Mr Carter', state: 'recording' })
const { id: encounterId } = VISIT

describe('what a closed tab left', () => {
  withScreen()

  let answer: Encounter | undefined
  beforeEach(() => {
    answer = VISIT
    vi.stubGlobal('fetch', () =>
      Promise.resolve(
        answer
          ? Response.json(answer)
          : Response.json(
              { type: 'https://medicscribe.org/problems/not-found', title: '', status: 404 },
              { status: 404 },
            ),
      ),
    )
    Object.defineProperty(navigator, 'locks', {
      configurable: true,
      value: { query: () => Promise.resolve({ held: [] }) },
    })
  })
  afterEach(async () => {
    vi.useRealTimers()
    for (const person of ['dr.rivera', 'dr.chen']) {
      await (await openSpool(person)).remove(encounterId)
    }
  })

  async function leave(person: string, daysAgo = 0) {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - daysAgo * DAY })
    const spool = await openSpool(person)
    await spool.begin({ encounterId, recorderId: 'tab', sound: 'microphone', from: 0 })
    await spool.append(encounterId, { first: 0, pcm: new Int16Array(FRAME_SAMPLES * 20) })
    vi.useRealTimers()
    return spool
  }
  const list = () => {
    show(
      <RecordingsProvider>
        <UnfinishedRecordings />
      </RecordingsProvider>,
    )
  }

  it('should be shown to nobody else, but for that it is there', async () => {
    await leave('dr.chen')

    list()

    await screen.findByText(/A recording of someone else is still on this device/)
    expect(screen.queryByText(/Mr Carter/)).toBeNull()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('should go by itself when the consent was withdrawn elsewhere', async () => {
    const spool = await leave('dr.rivera')
    answer = { ...VISIT, state: 'withdrawn' }

    list()

    await vi.waitFor(async () => {
      expect(await spool.find(encounterId)).toBeUndefined()
    })
    expect(screen.queryByRole('button', { name: 'Download this part' })).toBeNull()
  })

  it('should stay to be taken along when the visit is somebody else’s by now', async () => {
    await leave('dr.rivera')
    answer = undefined

    list()

    await screen.findByText(/not yours any more/)
    screen.getByRole('button', { name: 'Download this part' })
    expect(screen.queryByRole('button', { name: 'End and send' })).toBeNull()
  })

  it('should warn its owner a week before age deletes it', async () => {
    const spool = await leave('dr.rivera', 40)

    list()

    await screen.findByText(/this device deletes it after/)
    screen.getByRole('button', { name: 'End and send' })
    expect(await spool.read(encounterId, 0, 10)).toHaveLength(1)
  })

  it('should say so when it was deleted for its age', async () => {
    const spool = await leave('dr.rivera', 50)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 8 * DAY })
    await spool.warn(encounterId)
    vi.useRealTimers()

    list()

    await screen.findByText(/of Mr Carter were deleted from this device/)
    expect(await spool.read(encounterId, 0, 10)).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Understood' }))
    await vi.waitFor(async () => {
      expect(await spool.find(encounterId)).toBeUndefined()
    })
  })
})
