import type { z } from 'zod'

import { problemOf, ProblemError, UNREACHABLE } from './problem'

export interface ApiOptions {
  /** Base address, for example `https://scribe.example/api`. */
  readonly base: string
  /** A token that is valid now. */
  readonly accessToken: () => Promise<string>
}

/** The gateway's REST; every refusal is a {@link ProblemError}, every answer is checked. */
export class Api {
  readonly #options: ApiOptions

  constructor(options: ApiOptions) {
    this.#options = options
  }

  async get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    const response = await this.fetch(path, { headers: { Accept: 'application/json' } })
    return schema.parse(await response.json())
  }

  async post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    const response = await this.fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
    })
    return schema.parse(await response.json())
  }

  /** For what is not JSON: audio to play or to upload. */
  async fetch(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('Authorization', `Bearer ${await this.#options.accessToken()}`)
    let response: Response
    try {
      response = await fetch(this.#options.base + path, { ...init, headers })
    } catch {
      throw new ProblemError(UNREACHABLE)
    }
    if (!response.ok) throw new ProblemError(await problemOf(response))
    return response
  }
}
