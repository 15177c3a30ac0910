import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Account {
  readonly id: string
  readonly email: string
  readonly password: string
  readonly name: string
}

interface Answer {
  readonly status: number
  readonly body?: object
}

/** Supabase Auth as far as its own client asks: password, renewal, sign-out. */
export class SupabaseAuth {
  /** What each access token is said to be good for; the client renews it a minute and a half before. */
  validForSeconds = 3600
  /** Accounts exist, and none may sign in. */
  shut = false
  renewals = 0
  readonly #accounts: readonly Account[]
  readonly #accessToken: (account: Account) => string | Promise<string>
  readonly #sessions = new Map<string, Account>()
  readonly #server: Server
  #issued = 0

  constructor(
    accounts: readonly Account[],
    accessToken: (account: Account) => string | Promise<string>,
  ) {
    this.#accounts = accounts
    this.#accessToken = accessToken
    this.#server = createServer((request, response) => {
      void this.#serve(request, response)
    })
  }

  async open(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve))
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  /** Nobody's session can be renewed any more. */
  endSessions(): void {
    this.#sessions.clear()
  }

  get sessions(): number {
    return this.#sessions.size
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader(
      'Access-Control-Allow-Headers',
      'authorization, apikey, content-type, x-client-info, x-supabase-api-version',
    )
    const answer: Answer =
      request.method === 'OPTIONS'
        ? { status: 204 }
        : await this.#answer(new URL(request.url ?? '', 'http://supabase'), await textOf(request))
    response.setHeader('Content-Type', 'application/json')
    response.statusCode = answer.status
    response.end(answer.body && JSON.stringify(answer.body))
  }

  async #answer({ pathname, searchParams }: URL, text: string): Promise<Answer> {
    if (pathname === '/auth/v1/logout') {
      this.endSessions()
      return { status: 204 }
    }
    if (pathname !== '/auth/v1/token') return { status: 404 }
    const asked = JSON.parse(text) as Record<string, string>
    return searchParams.get('grant_type') === 'refresh_token'
      ? this.#renew(asked['refresh_token'] ?? '')
      : this.#signIn(asked['email'], asked['password'])
  }

  async #signIn(email: string | undefined, password: string | undefined): Promise<Answer> {
    const account = this.#accounts.find((each) => each.email === email)
    if (account?.password !== password || !account) {
      return refused('invalid_credentials', 'Invalid login credentials')
    }
    if (this.shut) return refused('user_banned', 'User is banned')
    return this.#session(account)
  }

  /** A refresh token is good once. */
  async #renew(refreshToken: string): Promise<Answer> {
    const account = this.#sessions.get(refreshToken)
    if (!account) return refused('refresh_token_not_found', 'Invalid Refresh Token')
    this.#sessions.delete(refreshToken)
    this.renewals += 1
    return this.#session(account)
  }

  async #session(account: Account): Promise<Answer> {
    this.#issued += 1
    const refreshToken = `refresh-${String(this.#issued)}`
    this.#sessions.set(refreshToken, account)
    return {
      status: 200,
      body: {
        access_token: await this.#accessToken(account),
        token_type: 'bearer',
        expires_in: this.validForSeconds,
        refresh_token: refreshToken,
        user: {
          id: account.id,
          aud: 'authenticated',
          role: 'authenticated',
          email: account.email,
          app_metadata: {},
          user_metadata: { full_name: account.name },
          created_at: '2026-11-24T10:00:00Z',
        },
      },
    }
  }
}

function refused(code: string, message: string): Answer {
  return { status: 400, body: { code: 400, error_code: code, msg: message } }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
