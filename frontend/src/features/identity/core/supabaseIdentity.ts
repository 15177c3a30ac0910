import {
  AuthApiError,
  isAuthRetryableFetchError,
  type SupabaseClient,
  type User,
} from '@supabase/supabase-js'

import { SignInNeeded, type Identity, type PasswordSignIn, type Person } from '@/lib/identity'

/** Supabase Auth; its client keeps and renews the session. */
export class SupabaseIdentity implements Identity {
  readonly #client: SupabaseClient
  /** Whose page this is. */
  #subject: string | undefined

  constructor(client: SupabaseClient) {
    this.#client = client
  }

  get password(): PasswordSignIn {
    return async (email, password) => {
      const { data, error } = await this.#client.auth.signInWithPassword({ email, password })
      if (error) {
        if (!(error instanceof AuthApiError)) throw error
        return error.code === 'invalid_credentials' ? 'wrong' : 'refused'
      }
      if (this.#subject === undefined || data.user.id === this.#subject) return 'signed-in'
      await this.#end()
      return 'stranger'
    }
  }

  async restore(): Promise<Person | undefined> {
    const { data } = await this.#client.auth.getSession()
    if (!data.session) return undefined
    this.#subject = data.session.user.id
    return personOf(data.session.user)
  }

  /** There is no other page to go to: the form of this page signs in. */
  signIn(): Promise<void> {
    return Promise.resolve()
  }

  signInAgain(): Promise<void> {
    return Promise.reject(new SignInNeeded())
  }

  async signOut(): Promise<void> {
    await this.#end()
    window.location.assign('/')
  }

  /** Without a network the session is not over: it is renewed when there is one again. */
  async accessToken(): Promise<string> {
    const { data, error } = await this.#client.auth.getSession()
    if (data.session) return data.session.access_token
    if (isAuthRetryableFetchError(error)) throw error
    throw new SignInNeeded()
  }

  onExpired(listener: () => void): void {
    this.#client.auth.onAuthStateChange((event) => {
      if (event === 'SIGNED_OUT') listener()
    })
  }

  /** The session of this tab only: a recording on another device goes on. */
  async #end(): Promise<void> {
    await this.#client.auth.signOut({ scope: 'local' })
    // The client keeps a session whose end it could not tell; nothing stays behind on a shared computer.
    sessionStorage.clear()
  }
}

function personOf(user: User): Person {
  const { full_name: name } = user.user_metadata as { full_name?: unknown }
  return { id: user.id, name: typeof name === 'string' ? name : (user.email ?? user.id) }
}
