import {
  ErrorResponse,
  InMemoryWebStorage,
  UserManager,
  WebStorageStateStore,
  type User,
} from 'oidc-client-ts'

import { SignInNeeded, SomeoneElse, type Identity, type Person } from '@/lib/identity'

const CALLBACK = '/signed-in'
const RENEW_BEFORE_SECONDS = 60
const FRESH_FOR_SECONDS = 120

/** Authorization code with PKCE against any issuer with discovery. */
export class OidcIdentity implements Identity {
  readonly #users: UserManager
  #renewal: Promise<User> | undefined
  /** Whose page this is. */
  #subject: string | undefined

  constructor(issuer: string, clientId: string, scope: string, origin: string) {
    this.#users = new UserManager({
      authority: issuer,
      client_id: clientId,
      scope,
      redirect_uri: origin + CALLBACK,
      popup_redirect_uri: origin + CALLBACK,
      post_logout_redirect_uri: origin,
      automaticSilentRenew: false,
      // A session ends with its tab, so a shared computer keeps nobody signed in.
      userStore: new WebStorageStateStore({
        store: typeof sessionStorage === 'undefined' ? new InMemoryWebStorage() : sessionStorage,
      }),
    })
  }

  async restore(): Promise<Person | undefined> {
    if (window.location.pathname === CALLBACK && window.opener) {
      await this.#users.signinPopupCallback()
      return new Promise<never>(() => undefined)
    }
    if (window.location.pathname === CALLBACK) {
      const user = await this.#users.signinRedirectCallback()
      const returnTo = typeof user.state === 'string' ? user.state : '/'
      window.history.replaceState(null, '', returnTo)
    }
    const kept = await this.#users.getUser()
    const user = kept?.expired ? await this.#renew().catch(() => undefined) : kept
    if (!user) return undefined
    this.#subject = user.profile.sub
    return personOf(user)
  }

  async signIn(returnTo: string): Promise<void> {
    await this.#users.signinRedirect({ state: returnTo })
  }

  async signInAgain(proof?: 'fresh'): Promise<void> {
    const before = await this.#users.getUser()
    const user = await this.#users.signinPopup(
      proof === 'fresh' ? { prompt: 'login', max_age: 0 } : {},
    )
    const stranger = user.profile.sub !== this.#subject
    if (!stranger && !(proof === 'fresh' && isStale(user))) return
    if (before) await this.#users.storeUser(before)
    else await this.#users.removeUser()
    throw stranger ? new SomeoneElse() : new SignInNeeded()
  }

  async signOut(): Promise<void> {
    await this.#users.signoutRedirect()
  }

  async accessToken(): Promise<string> {
    const user = await this.#users.getUser()
    if (!user) throw new SignInNeeded()
    if ((user.expires_in ?? Infinity) > RENEW_BEFORE_SECONDS) return user.access_token
    const renewed = await this.#renew()
    return renewed.access_token
  }

  onExpired(listener: () => void): void {
    this.#users.events.addUserUnloaded(listener)
  }

  /** One renewal at a time: a refresh token may be good for one use only. */
  async #renew(): Promise<User> {
    this.#renewal ??= this.#renewOnce().finally(() => {
      this.#renewal = undefined
    })
    return this.#renewal
  }

  /** Without a network the session is not over: it is renewed when there is one again. */
  async #renewOnce(): Promise<User> {
    const renewable = (await this.#users.getUser())?.refresh_token !== undefined
    try {
      const user = await this.#users.signinSilent()
      if (user) return user
    } catch (error) {
      if (renewable && !(error instanceof ErrorResponse)) throw error
    }
    await this.#users.removeUser()
    throw new SignInNeeded()
  }
}

/** An issuer that was asked for a fresh sign-in, and did not ask the person. Both are its own times. */
function isStale({ profile: { iat, auth_time: provenAt } }: User): boolean {
  return provenAt !== undefined && iat - provenAt > FRESH_FOR_SECONDS
}

function personOf(user: User): Person {
  const { sub, name, preferred_username: userName } = user.profile
  return { id: sub, name: name ?? userName ?? sub }
}
