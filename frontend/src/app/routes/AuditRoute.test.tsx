// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { show, withScreen } from '@/testing/screen'

import { Component as AuditRoute } from './AuditRoute'

const ENTRY = {
  number: 7,
  at: '2026-11-24T10:00:00Z',
  actor: 'dr.chen',
  action: 'refused',
  encounterId: '0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10',
  detail: 'GET note from 203.0.113.9',
}

describe('the audit trail', () => {
  withScreen()

  const asked: { address: string; body: unknown }[] = []
  beforeEach(() => {
    asked.length = 0
    vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
      asked.push({ address, body: init.body })
      return Promise.resolve(Response.json({ entries: [ENTRY] }))
    })
  })

  it('should show who was refused where, in words', async () => {
    show(<AuditRoute />)

    await screen.findByText('dr.chen')
    screen.getByText('Was refused')
    screen.getByText('GET note from 203.0.113.9')
  })

  it('should ask for a patient without putting the label into an address', async () => {
    // Given
    show(<AuditRoute />)
    await screen.findByText('dr.chen')

    // When
    await userEvent.type(screen.getByLabelText('Patient'), 'Ana Lopez')
    await userEvent.click(screen.getByRole('button', { name: 'Show' }))

    // Then
    await screen.findByRole('button', { name: 'Download as a table' })
    expect(asked.at(-1)?.body).toBe(JSON.stringify({ patientLabel: 'Ana Lopez' }))
    expect(asked.map(({ address }) => address).join()).not.toContain('Ana')
  })
})
