import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { SupabaseAuth } from '../src/testing/supabaseAuth'

import { openBrowser, openPage, signIn } from './browser'
import { accessToken, ISSUER, LINKED_PAGE, order, SUPABASE, SUPABASE_PAGE } from './installation'
import { expectWhole, recorded, recordSample, SENT_AGAIN, stopAndSend } from './visit'

/** Who is at the page, and what becomes of their work when nobody knows any more. */
describe('a sign-in', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

  it.concurrent('should end in the middle of a recording, and nothing be lost', async () => {
    const page = await openPage(browser, { ruler: 6 })
    await signIn(page, LINKED_PAGE)
    const id = await recordSample(page, 'Signed out')
    await recorded(page, 3)

    await refuseRenewals(page)
    await endSession(page)
    await order('offline')
    await page
      .getByTestId('safety')
      .getByText(/No connection/)
      .waitFor()
    await order('online')
    const banner = page.getByRole('alert').filter({ hasText: 'You have been signed out' })
    await banner.getByText(/Your recording is safe/).waitFor()
    expect(await belowTheWindow(page)).toBe(0)

    await signInAgainAs(page, /Wei Chen/)
    await banner.getByText(/Someone else signed in. Sign in as Ana Rivera/).waitFor()
    await signInAgainAs(page, /Ana Rivera/)
    await banner.waitFor({ state: 'detached' })
    await page
      .getByTestId('safety')
      .getByText(/^Saved up to/)
      .waitFor({ timeout: SENT_AGAIN })
    await recorded(page, 12)
    await stopAndSend(page)

    await expectWhole(page, id, 6, 12)
  })

  it.concurrent('should be asked for anew when nobody has touched the page', async () => {
    const page = await openPage(browser, { ruler: 8 })
    await page.context().route('**/config.json', async (route) => {
      const served = (await (await route.fetch()).json()) as object
      await route.fulfill({ json: { ...served, VITE_LOCK_MINUTES: 0.15 } })
    })
    await signIn(page)
    const id = await recordSample(page, 'Nobody there')

    await page.getByText('This page locks in half a minute').waitFor()
    await page.getByRole('heading', { name: 'Locked' }).waitFor()
    await page.getByText('The recording goes on.').waitFor()
    expect(await page.title()).toBe('Locked – Medic Scribe')
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/Nobody there|s8w/i)

    await unlockAs(page, /Wei Chen/)
    await page.getByText(/Someone else signed in. Sign in as Ana Rivera/).waitFor()
    await unlockAs(page, /Ana Rivera/)
    await page.getByRole('heading', { level: 1, name: 'Nobody there' }).waitFor()
    await stopAndSend(page)

    await expectWhole(page, id, 8, 9)
  })

  it.concurrent('should be by Supabase Auth where an installation has it', async () => {
    const issued: string[] = []
    const auth = new SupabaseAuth([RIVERA, CHEN], async ({ email }) => {
      const token = await accessToken(email.replace(/@.*/, ''))
      issued.push(token)
      return token
    })
    await auth.open(Number(new URL(SUPABASE).port))
    const page = await openPage(browser, {})
    const sent: string[] = []
    page.on('request', (request) => {
      const header = request.headers()['authorization']
      if (header && request.url().includes('/api/encounters')) sent.push(header)
    })
    const enter = async (email: string, password: string) => {
      await page.getByLabel('E-mail').fill(email)
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    }

    await page.goto(SUPABASE_PAGE)
    await enter(RIVERA.email, 'wrong')
    await page.getByText('E-mail and password do not match. Please try again.').waitFor()
    auth.validForSeconds = ABOUT_TO_END
    await enter(RIVERA.email, RIVERA.password)
    await page.getByRole('heading', { level: 1, name: 'Visits' }).waitFor()
    await page.getByText(RIVERA.name).waitFor()
    auth.validForSeconds = AN_HOUR

    await page.getByRole('link', { name: 'New visit' }).first().click()
    await page.getByLabel('Patient', { exact: true }).fill('Seen with Supabase')
    await page.getByRole('button', { name: 'Only plan it' }).click()
    await page.getByText('Seen with Supabase').first().waitFor()
    expect(auth.renewals).toBeGreaterThan(0)
    expect(issued.indexOf(sent.at(-1)?.replace('Bearer ', '') ?? '')).toBeGreaterThan(0)

    await page.waitForLoadState('networkidle')
    await endSession(page)
    auth.endSessions()
    await page.getByText('Seen with Supabase').first().click()
    await page.getByText(/You have been signed out/).waitFor()
    await page.getByRole('button', { name: 'Sign in again' }).click()
    await enter(CHEN.email, CHEN.password)
    await page.getByText('Someone else signed in. Sign in as Ana Rivera').waitFor()
    await enter(RIVERA.email, RIVERA.password)
    await page.getByRole('heading', { level: 1, name: 'Seen with Supabase' }).waitFor()

    await page.getByRole('button', { name: /Sign out/ }).click()
    await page.getByLabel('E-mail').waitFor()
    expect(auth.sessions).toBe(0)
    await page.reload()
    await page.getByLabel('E-mail').waitFor()
    auth.close()
    await page.context().close()
  })
})

const RIVERA = {
  id: '5c0f9a53-5a0e-4f2a-9d2b-2f9c8a7d1e11',
  email: 'dr.rivera@demo-clinic.example',
  password: 'correct horse',
  name: 'Ana Rivera',
}
const CHEN = {
  id: '0d7f6f0e-1f0b-4b5e-8c59-9f6f4f0f2c22',
  email: 'dr.chen@demo-clinic.example',
  password: 'battery staple',
  name: 'Wei Chen',
}
const ABOUT_TO_END = 60
const AN_HOUR = 3600

/** From now on the sign-in renews nobody's session; whoever comes in person is let in. */
async function refuseRenewals(page: Page): Promise<void> {
  await page.context().route(`${ISSUER}/token`, (route) =>
    route.request().postData()?.includes('grant_type=refresh_token')
      ? route.fulfill({
          status: 400,
          contentType: 'application/json',
          headers: { 'Access-Control-Allow-Origin': '*' },
          body: JSON.stringify({ error: 'invalid_grant' }),
        })
      : route.continue(),
  )
}

/** As if the time of the access token were over. */
function endSession(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const [name, text] of Object.entries({ ...sessionStorage } as Record<string, string>)) {
      const kept = JSON.parse(text) as { expires_at?: number }
      if (kept.expires_at === undefined) continue
      sessionStorage.setItem(name, JSON.stringify({ ...kept, expires_at: 1 }))
    }
  })
}

async function signInAgainAs(page: Page, person: RegExp): Promise<void> {
  const popup = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Sign in again' }).click()
  await (await popup).getByRole('button', { name: person }).click()
}

async function unlockAs(page: Page, person: RegExp): Promise<void> {
  const popup = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Unlock as Ana Rivera' }).click()
  await (await popup).getByRole('button', { name: person }).click()
}

/** How much of the words one would have to scroll to. */
function belowTheWindow(page: Page): Promise<number> {
  return page
    .getByRole('log')
    .evaluate((log) => Math.max(0, log.getBoundingClientRect().bottom - window.innerHeight))
}
