import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openBrowser, openPage, overflow, signIn, type Visitor } from './browser'
import { PAGE } from './installation'
import { asked, recorded, recordSample, stopAndSend } from './visit'

/** From the last word to the signature, in one go as a clinician does it. */
describe('a note', () => {
  let browser: Browser
  let page: Page
  let id = ''

  beforeAll(async () => {
    browser = await openBrowser()
    page = await openPage(browser, {})
  })
  afterAll(async () => {
    await browser.close()
  })

  const state = async () => (await asked<{ state: string }>(page, `/encounters/${id}`)).state

  it('should stand beside the transcript as soon as the recording has ended', async () => {
    await signIn(page)
    await announceNoteTooEarly(page)
    id = await recordSample(page, 'From word to signature')
    await recorded(page, 25)
    await stopAndSend(page)

    await page.waitForURL(/\/note$/, { timeout: 60_000 })
    await page.locator('[data-statement]').first().waitFor()
    await page
      .getByRole('log', { name: 'Transcript' })
      .getByText(/voice0001/)
      .waitFor()
  })

  it('should take a correction of the words, and say that the note is older', async () => {
    await page
      .getByRole('log', { name: 'Transcript' })
      .getByText(/voice0001/)
      .hover()
    await page
      .getByRole('button', { name: /Correct the words at 0:0/ })
      .first()
      .click()
    await page.getByLabel('The words', { exact: true }).fill('What brings you in today?')
    await page.getByRole('button', { name: 'Save', exact: true }).click()

    // What is typed is on the page before it is saved; the editor closes when it is.
    await page.getByLabel('The words', { exact: true }).waitFor({ state: 'detached' })
    await page.getByText('What brings you in today?').waitFor()
    await page.reload()
    await page.getByText(/corrected after this note was written/).waitFor()
  })

  it('should name a speaker once, everywhere', async () => {
    await page
      .getByRole('button', { name: /Say who this is/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Clinician' }).click()

    await page.getByRole('log', { name: 'Transcript' }).getByText('Clinician').first().waitFor()
  })

  it('should save what is typed, and undo it', async () => {
    const first = page.locator('[data-statement]').first()
    await first.focus()
    await page.keyboard.press('e')
    await page.getByLabel('Statement', { exact: true }).fill('Sore throat for five days.')
    await page.keyboard.press('Enter')
    await page
      .getByTestId('saving')
      .getByText(/^Saved \d/)
      .waitFor()

    await page.reload()
    await page.getByText('Sore throat for five days.').waitFor()
    await first.focus()
    await page.keyboard.press('e')
    await page.getByLabel('Statement', { exact: true }).fill('Sore throat.')
    await page.keyboard.press('Escape')
    await page.keyboard.press('u')

    await page.getByText('Sore throat for five days.').waitFor()
    await page
      .getByTestId('saving')
      .getByText(/^Saved \d/)
      .waitFor()
  })

  it('should be signed when nothing is left to decide, and then only added to', async () => {
    for (;;) {
      const accept = page.getByRole('button', { name: 'Accept' })
      if ((await accept.count()) === 0) break
      await accept.first().click()
    }
    for (;;) {
      const leaveOut = page.getByRole('button', { name: 'Leave out' })
      if ((await leaveOut.count()) === 0) break
      await leaveOut.first().click()
      await page.getByRole('dialog').getByRole('button', { name: 'Leave out' }).click()
    }
    await page.getByText('Nothing stands in the way of signing.').waitFor()
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    await page.getByText(/It is a true account of the visit/).waitFor()
    await page.getByRole('button', { name: 'Sign now' }).click()

    await page.getByText(/Signed by Ana Rivera/).waitFor()
    expect(await state()).toBe('signed')
    expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0)

    await page.getByLabel('Addendum').fill('Called: feels better.')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('heading', { name: /Addendum by Ana Rivera/ }).waitFor()
  })

  it('should be found by its day, written as the page is', async () => {
    const reader = await openPage(browser, { language: 'es-ES' })
    await signIn(reader)
    await reader.getByRole('button', { name: 'Desde: Cualquier día' }).click()
    // It has its name a moment after it is there.
    await reader.getByRole('dialog', { name: 'Desde' }).waitFor()
    const { violations } = await new AxeBuilder({ page: reader }).analyze()
    expect(violations.map(({ id: rule, nodes }) => [rule, nodes[0]?.html])).toEqual([])
    await reader.getByRole('button', { name: 'Mes anterior' }).click()
    await reader.getByRole('button', { name: 'Mes siguiente' }).click()
    await reader.locator('[data-today]').click()

    const today = new Intl.DateTimeFormat('es-ES', { dateStyle: 'medium' }).format(new Date())
    await reader.getByRole('button', { name: `Desde: ${today}` }).waitFor()
    await reader.getByText('From word to signature').first().waitFor()
    await reader.context().close()
  })

  it('should show a phone the first step, before there is a visit', async () => {
    const newcomer = await openPage(browser, { language: 'es-ES', width: 360 })
    await signIn(newcomer, PAGE, /Wei Chen/)
    await newcomer.getByRole('link', { name: 'Reproducir un ejemplo' }).waitFor()

    expect(await overflow(newcomer)).toBe(0)
    await newcomer.context().close()
  })

  const visitors: Visitor[] = (['light', 'dark'] as const).flatMap((scheme) => [
    { scheme, language: 'en-GB' as const, width: 1440 },
    { scheme, language: 'es-ES' as const, width: 360 },
  ])

  it.each(visitors)(
    'should be within reach of everybody, as every screen: $scheme $language $width',
    async (visitor) => {
      const reader = await openPage(browser, visitor)
      const refused: string[] = []
      reader.on('console', (message) => {
        if (/Content Security Policy|script-src/.test(message.text())) refused.push(message.text())
      })
      await signIn(reader)
      for (const path of ['/', '/visits/new', `/visits/${id}`, `/visits/${id}/note`]) {
        await reader.goto(new URL(path, reader.url()).href)
        await reader.getByRole('heading', { level: 1 }).waitFor()
        await reader.waitForLoadState('networkidle')
        const { violations } = await new AxeBuilder({ page: reader }).analyze()
        await picture(reader, `${path.replace(id, 'id').replaceAll('/', '-')}`, visitor)
        expect(violations.map(({ id: rule, nodes }) => [path, rule, nodes[0]?.html])).toEqual([])
        expect([path, await overflow(reader)]).toEqual([path, 0])
      }
      expect(refused).toEqual([])
      await reader.context().close()
    },
  )
})

/** A draft is announced when it is written; a busy installation cannot read it out at once. */
async function announceNoteTooEarly(page: Page): Promise<void> {
  await page.route(
    '**/api/encounters/*/note',
    (route) =>
      route.fulfill({
        status: 404,
        contentType: 'application/problem+json',
        headers: { 'Access-Control-Allow-Origin': '*' },
        body: JSON.stringify({
          type: 'https://medicscribe.org/problems/no-note',
          title: 'There is no note',
          status: 404,
        }),
      }),
    { times: 1 },
  )
}

/** For eyes, where somebody wants to look: set PICTURES to a folder. */
async function picture(page: Page, name: string, visitor: Visitor): Promise<void> {
  const folder = process.env['PICTURES']
  if (!folder) return
  const kind = [visitor.language, visitor.scheme, visitor.width].join('-')
  await page.screenshot({ path: `${folder}/${kind}${name}.png`, fullPage: true })
}
