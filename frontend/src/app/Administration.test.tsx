// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { show, withScreen } from '@/testing/screen'

import Administration from './Administration'

const PEOPLE = [
  { subject: 'u-1', name: 'Ana Rivera', clinician: true, visits: 201, unsigned: 3 },
  { subject: 'u-2', name: 'Wei Chen', clinician: true, visits: 0, unsigned: 0 },
  { subject: 'u-3', name: 'Robin Okafor', clinician: false, visits: 0, unsigned: 0 },
]

describe('the first screen of an administrator', () => {
  withScreen()

  const orders: unknown[] = []
  let moves: { moved: number; left: number }[] = []
  let forbidden = false
  beforeEach(() => {
    orders.length = 0
    forbidden = false
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      if (init.method === 'POST') {
        orders.push(JSON.parse(String(init.body)))
        return Promise.resolve(Response.json(moves.shift()))
      }
      return Promise.resolve(
        forbidden
          ? Response.json(
              { type: 'https://medicscribe.org/problems/forbidden', title: '', status: 403 },
              { status: 403 },
            )
          : Response.json({ people: PEOPLE }),
      )
    })
  })

  it('should hand all visits of one person over, part by part, with a reason', async () => {
    // Given
    moves = [
      { moved: 200, left: 1 },
      { moved: 0, left: 1 },
    ]
    show(<Administration />)
    await screen.findByRole('heading', { name: 'Administration' })
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Hand over' })

    // When
    await userEvent.selectOptions(screen.getByLabelText('All visits of'), 'Ana Rivera')
    await userEvent.selectOptions(screen.getByLabelText('To'), 'Wei Chen')
    await userEvent.type(screen.getByLabelText('Why?'), 'Left')
    expect(button.disabled).toBe(true)
    await userEvent.type(screen.getByLabelText('Why?'), ' the clinic')
    await userEvent.click(button)

    // Then
    await screen.findByText(/200 visits were handed over. 1 is being recorded and stays/)
    expect(orders).toEqual(
      Array.from({ length: 2 }, () => ({ from: 'u-1', to: 'u-2', reason: 'Left the clinic' })),
    )
  })

  it('should offer visits to clinicians only', async () => {
    show(<Administration />)
    const to = await screen.findByLabelText('To')

    expect(within(to).queryByText('Robin Okafor')).toBeNull()
    expect(within(screen.getByLabelText('All visits of')).queryByText('Wei Chen')).toBeNull()
  })

  it('should lead an auditor to the trail', async () => {
    forbidden = true

    show(<Administration />)

    await screen.findByRole('link', { name: 'To the audit trail' })
  })
})
