import { createClient } from '@supabase/supabase-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { SignInNeeded } from '@/lib/identity'
import { SupabaseAuth, type Account } from '@/testing/supabaseAuth'

import { SupabaseIdentity } from './supabaseIdentity'

const RIVERA: Account = {
  id: '5c0f9a53-5a0e-4f2a-9d2b-2f9c8a7d1e11',
  email: 'dr.rivera@demo-clinic.example',
  password: 'right',
  name: 'Ana Rivera',
}
const CHEN: Account = {
  id: '0d7f6f0e-1f0b-4b5e-8c59-9f6f4f0f2c22',
  email: 'dr.chen@demo-clinic.example',
  password: 'right too',
  name: 'Wei Chen',
}

function NoSocket(): void {
  return undefined
}

let issued = 0
function jwt({ id }: Account): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  issued += 1
  const exp = Math.floor(Date.now() / 1000) + 3600
  return [part({ alg: 'HS256', typ: 'JWT' }), part({ sub: id, exp, jti: issued }), 'x'].join('.')
}

describe('SupabaseIdentity', () => {
  let auth: SupabaseAuth
  let identity: SupabaseIdentity
  let network: boolean

  beforeEach(async () => {
    vi.stubGlobal('sessionStorage', memory())
    network = true
    auth = new SupabaseAuth([RIVERA, CHEN], jwt)
    identity = new SupabaseIdentity(
      createClient(await auth.open(), 'anon-key', {
        auth: { storage: sessionStorage, persistSession: true, autoRefreshToken: false },
        global: {
          fetch: (...request) =>
            network ? fetch(...request) : Promise.reject(new TypeError('no network')),
        },
        // Node 20 has no WebSocket of its own; signing in needs none.
        realtime: { transport: NoSocket as unknown as typeof WebSocket },
      }),
    )
  })
  afterEach(() => {
    auth.close()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('should know nobody before the sign-in', async () => {
    expect(await identity.restore()).toBeUndefined()
    await expect(identity.accessToken()).rejects.toThrow(SignInNeeded)
  })

  it('should sign in with the right password', async () => {
    expect(await identity.password(RIVERA.email, 'right')).toBe('signed-in')

    expect(await identity.restore()).toEqual({ id: RIVERA.id, name: 'Ana Rivera' })
    expect((await identity.accessToken()).split('.')).toHaveLength(3)
  })

  it('should not sign in with a wrong one', async () => {
    expect(await identity.password(RIVERA.email, 'wrong')).toBe('wrong')

    expect(await identity.restore()).toBeUndefined()
  })

  it('should tell an account that is shut from a wrong password', async () => {
    auth.shut = true

    expect(await identity.password(RIVERA.email, 'right')).toBe('refused')
  })

  it('should not take a sign-in that does not answer for a wrong password', async () => {
    network = false

    await expect(identity.password(RIVERA.email, 'right')).rejects.toThrow()
  })

  it('should renew a token that is about to end', async () => {
    auth.validForSeconds = 60
    await identity.password(RIVERA.email, 'right')
    auth.validForSeconds = 3600

    const renewed = await identity.accessToken()

    expect(auth.renewals).toBe(1)
    expect(await identity.accessToken()).toBe(renewed)
    expect(auth.renewals).toBe(1)
  })

  it('should say that the person has to sign in when it cannot be renewed', async () => {
    const expired = vi.fn()
    identity.onExpired(expired)
    auth.validForSeconds = -1
    await identity.password(RIVERA.email, 'right')
    auth.endSessions()

    await expect(identity.accessToken()).rejects.toThrow(SignInNeeded)
    expect(expired).toHaveBeenCalledOnce()
  })

  it('should not take a lost network for the end of the session', async () => {
    const expired = vi.fn()
    identity.onExpired(expired)
    auth.validForSeconds = -1
    await identity.password(RIVERA.email, 'right')
    network = false
    vi.useFakeTimers()

    const refusal = identity.accessToken().catch((error: unknown) => error)
    // Its client tries for half a minute.
    await vi.advanceTimersByTimeAsync(60_000)

    expect(await refusal).not.toBeInstanceOf(SignInNeeded)
    expect(expired).not.toHaveBeenCalled()
  })

  it('should let nobody go on with what somebody else began', async () => {
    await identity.password(RIVERA.email, 'right')
    await identity.restore()

    expect(await identity.password(CHEN.email, 'right too')).toBe('stranger')

    await expect(identity.accessToken()).rejects.toThrow(SignInNeeded)
    expect(await identity.password(RIVERA.email, 'right')).toBe('signed-in')
  })

  it('should leave nothing behind, though the end could not be told', async () => {
    vi.stubGlobal('window', { location: { assign: () => undefined } })
    await identity.password(RIVERA.email, 'right')
    network = false

    await identity.signOut()

    expect(sessionStorage).toHaveLength(0)
  })
})

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear' | 'length'> {
  const items = new Map<string, string>()
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
    clear: () => {
      items.clear()
    },
    get length() {
      return items.size
    },
  }
}
