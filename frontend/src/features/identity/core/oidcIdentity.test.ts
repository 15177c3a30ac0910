// @vitest-environment jsdom
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { SignInNeeded } from '@/lib/identity'

import { OidcIdentity } from './oidcIdentity'

const HOUR = 3600

/** An issuer as far as a renewal asks: discovery, and the token endpoint. */
class Issuer {
  readonly renewals: string[] = []
  refusing = false
  url = ''
  readonly #server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      response.setHeader('Content-Type', 'application/json')
      response.setHeader('Access-Control-Allow-Origin', '*')
      if (request.url === '/.well-known/openid-configuration') {
        response.end(JSON.stringify({ issuer: this.url, token_endpoint: `${this.url}/token` }))
        return
      }
      this.renewals.push(new URLSearchParams(body).get('refresh_token') ?? '')
      response.statusCode = this.refusing ? 400 : 200
      response.end(
        JSON.stringify(
          this.refusing
            ? { error: 'invalid_grant' }
            : { access_token: 'renewed', token_type: 'Bearer', expires_in: HOUR },
        ),
      )
    })
  })

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`
  }

  close(): void {
    this.#server.close()
  }
}

describe('OidcIdentity', () => {
  const issuer = new Issuer()
  let identity: OidcIdentity

  beforeEach(async () => {
    issuer.renewals.length = 0
    issuer.refusing = false
    await issuer.open()
    identity = new OidcIdentity(issuer.url, 'page', 'openid', window.location.origin)
  })
  afterEach(() => {
    issuer.close()
    sessionStorage.clear()
  })

  function signedInUntil(secondsFromNow: number): void {
    sessionStorage.setItem(
      `oidc.user:${issuer.url}:page`,
      JSON.stringify({
        access_token: 'first',
        refresh_token: 'again',
        token_type: 'Bearer',
        profile: { sub: 'dr.rivera', name: 'Ana Rivera' },
        expires_at: Math.floor(Date.now() / 1000) + secondsFromNow,
      }),
    )
  }

  it('should give the token that it has while that is good', async () => {
    signedInUntil(HOUR)

    expect(await identity.accessToken()).toBe('first')
    expect(issuer.renewals).toEqual([])
  })

  it('should renew a token that is about to end, once for all who ask', async () => {
    signedInUntil(30)

    expect(await Promise.all([identity.accessToken(), identity.accessToken()])).toEqual([
      'renewed',
      'renewed',
    ])
    expect(issuer.renewals).toEqual(['again'])
  })

  it('should say that the person has to sign in when it cannot be renewed', async () => {
    const expired = vi.fn()
    identity.onExpired(expired)
    issuer.refusing = true
    signedInUntil(30)

    await expect(identity.accessToken()).rejects.toThrow(SignInNeeded)
    expect(expired).toHaveBeenCalledOnce()
  })

  it('should not take a lost network for the end of the session', async () => {
    const expired = vi.fn()
    identity.onExpired(expired)
    signedInUntil(30)
    issuer.close()

    await expect(identity.accessToken()).rejects.not.toBeInstanceOf(SignInNeeded)
    expect(expired).not.toHaveBeenCalled()
    expect(sessionStorage.getItem(`oidc.user:${issuer.url}:page`)).not.toBeNull()
  })

  it('should know who it is when the page is loaded again', async () => {
    signedInUntil(-HOUR)

    expect(await identity.restore()).toEqual({ id: 'dr.rivera', name: 'Ana Rivera' })
    expect(issuer.renewals).toEqual(['again'])
  })
})
