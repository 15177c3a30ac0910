import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createClient } from '@supabase/supabase-js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { SignInNeeded } from '@/lib/identity'

import { SupabaseIdentity } from './supabaseIdentity'

const USER = {
  id: '5c0f9a53-5a0e-4f2a-9d2b-2f9c8a7d1e11',
  aud: 'authenticated',
  role: 'authenticated',
  email: 'dr.rivera@demo-clinic.example',
  app_metadata: {},
  user_metadata: { full_name: 'Ana Rivera' },
  created_at: '2026-11-24T10:00:00Z',
}

function NoSocket(): void {
  return undefined
}

function jwt(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  return [part({ alg: 'HS256', typ: 'JWT' }), part({ sub: USER.id, exp: now + 3600 }), 'x'].join(
    '.',
  )
}

/** Supabase Auth as far as its own client asks: password, session, sign-out. */
function standIn(): Server {
  return createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      response.setHeader('Content-Type', 'application/json')
      if (request.url?.startsWith('/auth/v1/token')) {
        const { password } = JSON.parse(body) as { password: string }
        response.statusCode = password === 'right' ? 200 : 400
        response.end(
          JSON.stringify(
            password === 'right'
              ? {
                  access_token: jwt(),
                  token_type: 'bearer',
                  expires_in: 3600,
                  refresh_token: 'again',
                  user: USER,
                }
              : { code: 400, error_code: 'invalid_credentials', msg: 'Invalid login credentials' },
          ),
        )
      } else {
        response.statusCode = request.url?.startsWith('/auth/v1/logout') ? 204 : 404
        response.end()
      }
    })
  })
}

describe('SupabaseIdentity', () => {
  let server: Server
  let identity: SupabaseIdentity

  beforeEach(async () => {
    server = standIn()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    identity = new SupabaseIdentity(
      createClient(`http://127.0.0.1:${String(port)}`, 'anon-key', {
        auth: { persistSession: false, autoRefreshToken: false },
        // Node 20 has no WebSocket of its own; signing in needs none.
        realtime: { transport: NoSocket as unknown as typeof WebSocket },
      }),
    )
  })
  afterEach(() => {
    server.close()
  })

  it('should know nobody before the sign-in', async () => {
    expect(await identity.restore()).toBeUndefined()
    await expect(identity.accessToken()).rejects.toThrow(SignInNeeded)
  })

  it('should sign in with the right password', async () => {
    expect(await identity.password(USER.email, 'right')).toBe(true)

    expect(await identity.restore()).toEqual({ name: 'Ana Rivera' })
    expect((await identity.accessToken()).split('.')).toHaveLength(3)
  })

  it('should not sign in with a wrong one', async () => {
    expect(await identity.password(USER.email, 'wrong')).toBe(false)

    expect(await identity.restore()).toBeUndefined()
  })
})
