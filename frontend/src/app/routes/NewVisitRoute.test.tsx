// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { UploadsProvider } from '@/features/files/hooks/uploads'
import { RecordingsProvider } from '@/features/recording/hooks/recordings'
import { show, withScreen } from '@/testing/screen'

import { Component as NewVisit } from './NewVisitRoute'

describe('the way to a recording', () => {
  withScreen()

  const asked: string[] = []
  const bodies: string[] = []
  const start = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Start recording' })

  beforeEach(() => {
    asked.length = 0
    bodies.length = 0
    localStorage.clear()
    vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
      if (init?.method === 'POST') {
        asked.push(address)
        if (typeof init.body === 'string') bodies.push(init.body)
      }
      return Promise.resolve(
        Response.json({
          transcription: { name: 'embedded', embedded: true, languages: ['en'] },
          note: { name: 'embedded', embedded: true, languages: ['en'] },
          languages: ['en'],
          templates: [
            { id: 'first', version: 1, title: { en: 'First', es: 'Primera' }, sections: [] },
            { id: 'second', version: 1, title: { en: 'Second', es: 'Segunda' }, sections: [] },
          ],
        }),
      )
    })
    show(
      <RecordingsProvider>
        <UploadsProvider>
          <NewVisit />
        </UploadsProvider>
      </RecordingsProvider>,
    )
  })

  it('should be closed without a name, and say so', () => {
    expect(start().disabled).toBe(true)
    screen.getByText('Type a name for the visit first.')
  })

  it('should be closed until the patient has agreed, whatever is pressed', async () => {
    await userEvent.type(screen.getByLabelText('Patient'), 'Mr Carter{Enter}')

    expect(start().disabled).toBe(true)
    screen.getByText(/Recording starts when the patient has agreed/)
    expect(asked).toEqual([])
  })

  it('should say which language is understood', async () => {
    await screen.findByText('This installation understands English only.')
    expect(screen.getAllByRole('option').map((each) => each.textContent)).toContain('English')
    expect(screen.queryByRole('option', { name: 'Spanish' })).toBeNull()
  })

  it('should ask for the note that was chosen', async () => {
    await screen.findByRole('option', { name: 'Second' })
    await userEvent.selectOptions(screen.getByLabelText('Note'), 'Second')
    await userEvent.type(screen.getByLabelText('Patient'), 'Mr Carter')
    await userEvent.click(screen.getByRole('button', { name: 'Only plan it' }))

    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ template: 'second' })
  })

  it('should be open once somebody has agreed', async () => {
    await userEvent.type(screen.getByLabelText('Patient'), 'Mr Carter')
    await userEvent.click(screen.getByLabelText('A representative'))
    await userEvent.click(screen.getByLabelText(/The representative has heard this and agrees/))

    expect(start().disabled).toBe(false)
    screen.getByText('Everything is ready.')
  })
})
