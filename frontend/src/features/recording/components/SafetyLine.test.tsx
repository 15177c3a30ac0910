// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { SAMPLES_PER_SECOND } from '@/lib/sampleClock'
import { Store } from '@/lib/store'
import { show, withScreen } from '@/testing/screen'

import type { Delay } from '../core/delay'
import type { RecordingSession, SessionState } from '../core/session'
import type { UplinkStatus } from '../core/uplink'

import { SafetyLine } from './SafetyLine'

const SAID = 751 * SAMPLES_PER_SECOND

describe('what is said about the connection', () => {
  withScreen()

  function line(
    status: Partial<UplinkStatus>,
    more: Partial<SessionState> = {},
    delay: Delay = { behindMillis: 0, reason: '' },
  ) {
    const state = {
      phase: 'recording',
      framesInMemory: 0,
      status: {
        link: 'open',
        captured: SAID,
        acknowledged: SAID,
        waiting: SAID - (status.acknowledged ?? SAID),
        complete: false,
        problem: undefined,
        ...status,
      },
      ...more,
    } as SessionState
    const session = { state: new Store(state) } as RecordingSession
    show(<SafetyLine session={session} delay={delay} />)
  }
  const words = () => screen.queryByTestId('safety')?.textContent

  it('should be what is saved', () => {
    line({})
    expect(words()).toBe('Saved up to 12:31')
  })

  it('should be what is kept here while there is no connection', () => {
    line({ link: 'waiting', acknowledged: SAID - 40 * SAMPLES_PER_SECOND })
    expect(words()).toBe('No connection: 40 s are kept on this device. Saved up to 11:51')
  })

  it('should be what is still to be sent', () => {
    line({ acknowledged: SAID - 12 * SAMPLES_PER_SECOND })
    expect(words()).toBe('Sending what was kept: 12 s to go. Saved up to 12:19')
  })

  it('should be that the words are late, and nothing is lost', () => {
    line({}, {}, { behindMillis: 20_000, reason: '' })
    screen.getByText('The words are 20 s behind; nothing is lost.')
  })

  it('should be that this device is full', () => {
    line({}, { framesInMemory: 95 })
    expect(screen.getByRole('alert').textContent).toMatch(/no room .* 10 s are only in memory/)
  })

  it('should be why it is not taken now, beside what is kept', () => {
    line({
      link: 'waiting',
      acknowledged: SAID - 40 * SAMPLES_PER_SECOND,
      problem: { type: 'https://medicscribe.org/problems/service-busy', title: '', status: 503 },
    })
    screen.getByText(/The service is full at the moment.*sent as soon as there is room/)
  })

  it('should not be that all is saved while nothing is captured', () => {
    line({}, { phase: 'halted' })
    expect(words()).toBe('Nothing is being recorded. Saved up to 12:31')
  })

  it('should be nothing while there is no microphone to hear anything by', () => {
    line({ link: 'connecting', captured: 0, acknowledged: 0 }, { phase: 'interrupted' })
    expect(words()).toBeUndefined()
  })
})
