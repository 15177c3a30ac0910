/** The suite under test, as its starter describes it. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
export const PAGE = process.env['PAGE_URL'] ?? ''
export const GATEWAY = process.env['GATEWAY_URL'] ?? ''
/** The same page, but with its gateway behind a link that can be cut. */
export const LINKED_PAGE = process.env['LINKED_PAGE_URL'] ?? ''
const CONTROL = process.env['CONTROL_URL'] ?? ''
const RULERS = process.env['RULERS'] ?? ''

export type Order = 'kill-gateway' | 'restart-gateway' | 'offline' | 'online'

/** Resolves when it is done. */
export async function order(name: Order): Promise<void> {
  const response = await fetch(`${CONTROL}/${name}`, { method: 'POST' })
  if (!response.ok) throw new Error(`${name} did not work`)
}

export function rulerFile(session: number): string {
  return `${RULERS}/ruler-${String(session)}.wav`
}
