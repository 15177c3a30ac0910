// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { show, withScreen } from '@/testing/screen'

import { Component as EmergencyRoute } from './EmergencyRoute'

const VISIT = {
  id: '0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10',
  state: 'review',
  createdAt: '2026-11-24T10:00:00Z',
  until: '2026-11-24T12:00:00Z',
}
const NOTE = {
  version: 1,
  origin: 'draft',
  createdAt: '2026-11-24T10:00:00Z',
  note: {
    sections: [
      {
        code: 'plan',
        statements: [
          {
            id: 's1',
            text: 'Penicillin.',
            verification: { status: 'unsupported', findings: [] },
          },
        ],
      },
    ],
  },
  open: { unsupported: 1, omissions: 0 },
}

describe('an emergency', () => {
  withScreen()

  const asked: { address: string; body: unknown }[] = []
  let visits: object[] = []
  beforeEach(() => {
    asked.length = 0
    visits = [VISIT]
    vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
      asked.push({ address, body: init.body })
      if (address.endsWith('/emergency-access')) return Promise.resolve(Response.json({ visits }))
      if (address.endsWith('/note')) return Promise.resolve(Response.json(NOTE))
      return Promise.resolve(Response.json({ segments: [], coveredSamples: 0, complete: true }))
    })
    show(<EmergencyRoute />)
  })
  async function open() {
    await userEvent.type(screen.getByLabelText('Patient'), 'Mr Carter')
    await userEvent.type(screen.getByLabelText('Why is it needed now?'), 'Unconscious, allergies?')
    await userEvent.click(screen.getByRole('button', { name: 'Open for one hour' }))
  }

  it('should not be opened without a reason that says something', async () => {
    await userEvent.type(screen.getByLabelText('Patient'), 'Mr Carter')
    await userEvent.type(screen.getByLabelText('Why is it needed now?'), '   x     ')

    expect(
      screen.getByRole<HTMLButtonElement>('button', { name: 'Open for one hour' }).disabled,
    ).toBe(true)
  })

  it('should show what there is, what nobody has confirmed, and until when', async () => {
    await open()

    await screen.findByText(/Penicillin/)
    screen.getByText('This note is not signed: nobody has confirmed it.')
    screen.getByText(/nothing that was said supports this/)
    screen.getByText(/open to you until .* Nothing in it can be changed/)
    expect(asked.map(({ address }) => address).join()).not.toContain('Carter')
  })

  it('should say when there is nothing', async () => {
    visits = []

    await open()

    await screen.findByText(/No colleague has a visit under this name/)
  })
})
