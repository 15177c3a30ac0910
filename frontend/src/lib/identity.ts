/** `closing` announces the lock, so that a hand on the page can still prevent it. */
export type LockState = 'open' | 'closing' | 'locked'

/** The person at the page, as the sign-in knows them. */
export interface Person {
  /** What the sign-in calls them, for good; names may change. */
  readonly id: string
  readonly name: string
}

/**
 * What became of a password: `refused` when it may be right and the account is shut all the same.
 * Rejects when the sign-in does not answer.
 */
export type PasswordAnswer = 'signed-in' | 'wrong' | 'refused' | 'stranger'
export type PasswordSignIn = (email: string, password: string) => Promise<PasswordAnswer>

/** Signs a person in and keeps their access token fresh; one adapter for each kind of issuer. */
export interface Identity {
  /** Set where this page itself asks for the password; else the issuer has a page for it. */
  readonly password?: PasswordSignIn
  /** The person whose session is still good, if any; also finishes a sign-in under way. */
  restore(): Promise<Person | undefined>
  signIn(returnTo: string): Promise<void>
  /**
   * Beside a recording under way, which must not be interrupted; only where `password` is unset.
   * A `fresh` one is proven by the person now; else a session that the issuer still has is enough.
   * Rejects with {@link SomeoneElse} where it was not the same person, whose session then goes on.
   */
  signInAgain(proof?: 'fresh'): Promise<void>
  signOut(): Promise<void>
  /** A token that is valid now; renewed silently when it is about to expire. */
  accessToken(): Promise<string>
  /** Called when the session cannot be renewed any more. */
  onExpired(listener: () => void): void
}

/** The session is over, and only the person can begin a new one. */
export class SignInNeeded extends Error {
  constructor() {
    super('sign in again')
    this.name = 'SignInNeeded'
  }
}

/** What is on the screen is one person's; nobody else goes on with it. */
export class SomeoneElse extends Error {
  constructor() {
    super('another person signed in')
    this.name = 'SomeoneElse'
  }
}
