// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useHotkeys } from '@mantine/hooks'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { IdleLock } from '@/features/identity/core/idleLock'
import { RecordingsProvider } from '@/features/recording/hooks/recordings'
import { SomeoneElse, type Identity } from '@/lib/identity'
import { IDENTITY, show, withScreen } from '@/testing/screen'

import { Lock } from './LockScreen'

const LIMIT = 720_000

function Chart({ onKey }: { readonly onKey: () => void }) {
  useHotkeys([['s', onKey]])
  return <p>Metoprolol 25 mg</p>
}

describe('the lock', () => {
  withScreen()

  let now = 0
  let lock: IdleLock
  const onKey = vi.fn()
  beforeEach(() => {
    sessionStorage.clear()
    localStorage.clear()
    onKey.mockClear()
    now = 1_000_000
    document.title = 'Mr Carter – Medic Scribe'
    lock = new IdleLock({
      person: 'dr.rivera',
      lockAfterMs: LIMIT,
      now: () => now,
      tab: sessionStorage,
      browser: localStorage,
    })
  })
  const open = (identity: Identity = IDENTITY) => {
    show(
      <RecordingsProvider>
        <Chart onKey={onKey} />
        <Lock lock={lock} />
      </RecordingsProvider>,
      identity,
    )
  }
  const pass = (ms: number) => {
    now += ms
    act(() => void lock.look())
  }

  it('should hide all else, its title and its keys, when nobody has touched the page', async () => {
    open()
    await userEvent.keyboard('s')
    expect(onKey).toHaveBeenCalledOnce()

    pass(LIMIT)

    screen.getByRole('heading', { name: 'Locked' })
    expect(document.activeElement?.textContent).toBe('Unlock as Ana Rivera')
    expect(document.body).toHaveProperty('dataset.locked', '')
    expect(document.title).toBe('Locked – Medic Scribe')
    await userEvent.keyboard('s')
    fireEvent.keyDown(screen.getByText('Metoprolol 25 mg'), { key: 's' })
    expect(onKey).toHaveBeenCalledOnce()
  })

  it('should keep the title hidden that a screen sets behind it', async () => {
    open()
    pass(LIMIT)

    document.title = 'Mrs Lopez – Medic Scribe'

    await vi.waitFor(() => {
      expect(document.title).toBe('Locked – Medic Scribe')
    })
  })

  it('should announce itself, and give way to a hand', () => {
    open()
    pass(LIMIT - 30_000)
    screen.getByText(/locks in half a minute/)

    act(() => {
      fireEvent.pointerDown(document.body)
    })

    expect(screen.queryByText(/locks in half a minute/)).toBeNull()
  })

  it('should not take words that scroll beneath a still mouse for a hand', () => {
    open()
    pass(LIMIT - 30_000)

    act(() => {
      fireEvent(window, Object.assign(new Event('pointermove'), { movementX: 0, movementY: 0 }))
    })
    screen.getByText(/locks in half a minute/)
    act(() => {
      fireEvent(window, Object.assign(new Event('pointermove'), { movementX: 3, movementY: 0 }))
    })
    expect(screen.queryByText(/locks in half a minute/)).toBeNull()
  })

  it('should open for a fresh sign-in of the same person only', async () => {
    const signInAgain = vi
      .fn()
      .mockRejectedValueOnce(new SomeoneElse())
      .mockResolvedValue(undefined)
    open({ ...IDENTITY, signInAgain })
    pass(LIMIT)

    await userEvent.click(screen.getByRole('button', { name: 'Unlock as Ana Rivera' }))
    await screen.findByText(/Someone else signed in/)
    await userEvent.click(screen.getByRole('button', { name: 'Unlock as Ana Rivera' }))

    await vi.waitFor(() => {
      expect(screen.queryByRole('heading', { name: 'Locked' })).toBeNull()
    })
    expect(signInAgain).toHaveBeenCalledWith('fresh')
    expect(document.body.dataset['locked']).toBeUndefined()
    expect(document.title).toBe('Mr Carter – Medic Scribe')
  })

  it('should ask for the password where this page does', async () => {
    open({ ...IDENTITY, password: () => Promise.resolve('signed-in') })
    pass(LIMIT)

    await userEvent.type(await screen.findByLabelText('E-mail'), 'ana@clinic.example')
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse{Enter}')

    await vi.waitFor(() => {
      expect(screen.queryByRole('heading', { name: 'Locked' })).toBeNull()
    })
  })
})
