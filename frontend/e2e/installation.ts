/** The suite under test, as its starter describes it. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
export const PAGE = process.env['PAGE_URL'] ?? ''
export const GATEWAY = process.env['GATEWAY_URL'] ?? ''
/** The same page, but with its gateway behind a link that can be cut. */
export const LINKED_PAGE = process.env['LINKED_PAGE_URL'] ?? ''
/** The same page, but signed in by Supabase Auth, for which a test stands in. */
export const SUPABASE_PAGE = process.env['SUPABASE_PAGE_URL'] ?? ''
export const SUPABASE = process.env['SUPABASE_URL'] ?? ''
export const ISSUER = process.env['ISSUER_URL'] ?? ''
const CONTROL = process.env['CONTROL_URL'] ?? ''
const RULERS = process.env['RULERS'] ?? ''

export type Order = 'kill-gateway' | 'restart-gateway' | 'offline' | 'online'

/** Resolves when it is done. */
export async function order(name: Order): Promise<void> {
  const response = await fetch(`${CONTROL}/${name}`, { method: 'POST' })
  if (!response.ok) throw new Error(`${name} did not work`)
}

/** What the gateway takes; nobody types a password for it. */
export async function accessToken(person: string): Promise<string> {
  const response = await fetch(`${ISSUER}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'medic-scribe',
      scope: 'openid',
      username: person,
      password: 'none',
    }),
  })
  return ((await response.json()) as { access_token: string }).access_token
}

export function rulerFile(session: number): string {
  return `${RULERS}/ruler-${String(session)}.wav`
}
