import type { SupabaseClient } from '@supabase/supabase-js'

import { SignInNeeded, type Identity, type PasswordSignIn, type Person } from '@/lib/identity'

/** Supabase Auth; its client keeps and renews the session. */
export class SupabaseIdentity implements Identity {
  readonly #client: SupabaseClient

  constructor(client: SupabaseClient) {
    this.#client = client
  }

  get password(): PasswordSignIn {
    return async (email, password) => {
      const { error } = await this.#client.auth.signInWithPassword({ email, password })
      return error === null
    }
  }

  async restore(): Promise<Person | undefined> {
    const { data } = await this.#client.auth.getSession()
    const user = data.session?.user
    if (!user) return undefined
    const { full_name: name } = user.user_metadata as { full_name?: unknown }
    return { name: typeof name === 'string' ? name : (user.email ?? user.id) }
  }

  /** There is no other page to go to: the form of this page signs in. */
  signIn(): Promise<void> {
    return Promise.resolve()
  }

  signInAgain(): Promise<void> {
    return Promise.reject(new SignInNeeded())
  }

  async signOut(): Promise<void> {
    await this.#client.auth.signOut()
    window.location.assign('/')
  }

  async accessToken(): Promise<string> {
    const { data } = await this.#client.auth.getSession()
    if (!data.session) throw new SignInNeeded()
    return data.session.access_token
  }

  onExpired(listener: () => void): void {
    this.#client.auth.onAuthStateChange((event) => {
      if (event === 'SIGNED_OUT') listener()
    })
  }
}
