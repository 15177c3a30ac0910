import type { z } from '@/contracts/zod'

import { SignInNeeded } from './identity'
import { problemIn, problemOf, ProblemError, SIGNED_OUT, UNREACHABLE } from './problem'

export interface ApiOptions {
  /** Base address, for example `https://scribe.example/api`. */
  readonly base: string
  /** A token that is valid now. */
  readonly accessToken: () => Promise<string>
}

/** An answer with the version it stands for, to be named when it is changed. */
export interface Versioned<T> {
  readonly body: T
  readonly etag: string
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

  async getVersioned<T>(path: string, schema: z.ZodType<T>): Promise<Versioned<T>> {
    return versioned(await this.fetch(path, { headers: { Accept: 'application/json' } }), schema)
  }

  async post<T>(path: string, body: unknown, schema: z.ZodType<T>, etag?: string): Promise<T> {
    const response = await this.#send('POST', path, body, etag ? { 'If-Match': etag } : {})
    return schema.parse(await response.json())
  }

  async patch<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    const response = await this.#send('PATCH', path, body)
    return schema.parse(await response.json())
  }

  async put(path: string, body: unknown): Promise<void> {
    await this.#send('PUT', path, body)
  }

  /** Refused with `note-changed` or its like when somebody else was quicker. */
  async putVersioned<T>(
    path: string,
    body: unknown,
    etag: string,
    schema: z.ZodType<T>,
  ): Promise<Versioned<T>> {
    return versioned(await this.#send('PUT', path, body, { 'If-Match': etag }), schema)
  }

  /** Refused with `note-changed` or its like when there is something already. */
  async putNew<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<Versioned<T>> {
    return versioned(await this.#send('PUT', path, body, { 'If-None-Match': '*' }), schema)
  }

  /** For what is not JSON: audio to play or to upload, a document to keep. */
  async fetch(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('Authorization', `Bearer ${await this.#token()}`)
    let response: Response
    try {
      response = await fetch(this.#options.base + path, { ...init, headers })
    } catch {
      throw new ProblemError(UNREACHABLE)
    }
    if (!response.ok) throw new ProblemError(await problemOf(response))
    return response
  }

  /** A file, with how much of it has gone, from 0 to 1. */
  async upload(
    path: string,
    body: Blob,
    type: string,
    onShare: (share: number) => void,
  ): Promise<void> {
    const token = await this.#token()
    await new Promise<void>((resolve, reject) => {
      // The only way by which a browser tells how much of a request has gone.
      const request = new XMLHttpRequest()
      request.open('POST', this.#options.base + path)
      request.setRequestHeader('Authorization', `Bearer ${token}`)
      request.setRequestHeader('Content-Type', type)
      request.upload.onprogress = ({ loaded, total }) => {
        onShare(total > 0 ? loaded / total : 0)
      }
      request.onerror = () => {
        reject(new ProblemError(UNREACHABLE))
      }
      request.onload = () => {
        if (request.status >= 200 && request.status < 300) resolve()
        else reject(new ProblemError(problemIn(request.responseText, request)))
      }
      request.send(body)
    })
  }

  async #token(): Promise<string> {
    try {
      return await this.#options.accessToken()
    } catch (error) {
      throw new ProblemError(error instanceof SignInNeeded ? SIGNED_OUT : UNREACHABLE)
    }
  }

  #send(
    method: string,
    path: string,
    body: unknown,
    condition: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return this.fetch(path, {
      method,
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        ...condition,
      },
      body: JSON.stringify(body),
    })
  }
}

async function versioned<T>(response: Response, schema: z.ZodType<T>): Promise<Versioned<T>> {
  const body = schema.parse(await response.json())
  return { body, etag: response.headers.get('ETag') ?? '' }
}
