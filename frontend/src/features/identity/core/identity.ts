/** The person at the page, as the sign-in knows them. */
export interface Person {
  readonly name: string
}

/** Signs a person in and keeps their access token fresh; one adapter for each kind of issuer. */
export interface Identity {
  /** The person whose session is still good, if any; also finishes a sign-in under way. */
  restore(): Promise<Person | undefined>
  signIn(returnTo: string): Promise<void>
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
