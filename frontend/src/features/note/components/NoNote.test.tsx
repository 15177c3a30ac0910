// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { show, withScreen } from '@/testing/screen'

import { NoNote } from './NoNote'

describe('a note that could not be written', () => {
  withScreen()

  let asked: { method: string; condition: string | null }[]

  function failedBecause(code: string) {
    asked = []
    vi.stubGlobal('fetch', (_: string, init?: RequestInit) => {
      const headers = new Headers(init?.headers)
      if (init?.method) asked.push({ method: init.method, condition: headers.get('If-None-Match') })
      return Promise.resolve(
        Response.json({ versions: [], failure: { code, advice: 'Record more.' } }),
      )
    })
    show(<NoNote encounterId="e" state="needs-attention" />)
  }

  it('should advise nothing that is refused: the visit takes no more sound', async () => {
    failedBecause('transcript-too-short')

    await screen.findByText(/record again as a new visit/)
    screen.getByRole('link', { name: 'Record a new visit' })
    expect(screen.queryByText(/Record more/)).toBeNull()
    expect(screen.queryByRole('button', { name: 'Write again' })).toBeNull()
  })

  it('should let a person write it, unless somebody has', async () => {
    failedBecause('transcript-too-short')

    await userEvent.click(await screen.findByRole('button', { name: 'Write it yourself' }))

    expect(asked).toContainEqual({ method: 'PUT', condition: '*' })
  })

  it('should be written again where that may help', async () => {
    failedBecause('provider-timeout')

    await screen.findByRole('button', { name: 'Write again' })
    expect(screen.queryByRole('link')).toBeNull()
  })
})
