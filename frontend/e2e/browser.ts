import { readFileSync } from 'node:fs'

import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

import { CHROMIUM, PAGE, rulerFile } from './installation'

export interface Visitor {
  readonly language?: 'en-GB' | 'es-ES'
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  /** The ruler that is recorded instead of the sample visit. */
  readonly ruler?: number
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
  })
}

export async function openPage(browser: Browser, visitor: Visitor): Promise<Page> {
  const context = await browser.newContext({
    locale: visitor.language ?? 'en-GB',
    colorScheme: visitor.scheme ?? 'light',
    viewport: { width: visitor.width ?? 1280, height: 900 },
    permissions: ['microphone'],
  })
  if (visitor.ruler !== undefined) await recordRuler(context, visitor.ruler)
  const page = await context.newPage()
  page.on('dialog', (dialog) => void dialog.accept())
  return page
}

export async function signIn(
  page: Page,
  address = PAGE,
  person: string | RegExp = /Ana Rivera/,
): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: /^(Sign in|Entrar)$/ }).click()
  await page.getByRole('button', { name: person }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** The sample visit goes through the pipeline that a microphone goes through, sample for sample. */
async function recordRuler(context: BrowserContext, session: number): Promise<void> {
  const body = readFileSync(rulerFile(session))
  await context.route('**/samples/*.wav', (route) =>
    route.fulfill({ body, contentType: 'audio/wav' }),
  )
}

/** What one would have to scroll to sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}
