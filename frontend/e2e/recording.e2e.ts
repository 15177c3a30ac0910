import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'

import { openBrowser, openPage, signIn } from './browser'
import { LINKED_PAGE, order } from './installation'
import { expectWhole, recorded, recordSample, SENT_AGAIN, stopAndSend } from './visit'

/** Words that number themselves: whatever breaks, they read 0 to N, each once. */
describe('a recording', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

  it.concurrent(
    'should show the words while they are spoken, and lose none in a pause',
    async () => {
      const page = await openPage(browser, { ruler: 1 })
      await signIn(page)
      const id = await recordSample(page, 'Live words')

      await recorded(page, 6)
      await page
        .getByText(/s1w00000[0-9]/)
        .first()
        .waitFor()
      await page.getByRole('button', { name: 'Pause' }).click()
      await page.getByText('Paused').first().waitFor()
      await page.getByRole('button', { name: 'Resume' }).click()
      await recorded(page, 12)
      await stopAndSend(page)

      await expectWhole(page, id, 1, 12)
    },
  )

  it.concurrent('should go on without a network, and send what was kept', async () => {
    const page = await openPage(browser, { ruler: 2 })
    await signIn(page, LINKED_PAGE)
    const id = await recordSample(page, 'Offline')

    await recorded(page, 4)
    await order('offline')
    await page
      .getByTestId('safety')
      .getByText(/No connection: 1\d s are kept/)
      .waitFor()
    await recorded(page, 20)
    await order('online')
    await stopAndSend(page)

    await expectWhole(page, id, 2, 20)
  })

  it.concurrent('should go on after the page was loaded again', async () => {
    const page = await openPage(browser, { ruler: 3 })
    await signIn(page)
    const id = await recordSample(page, 'Loaded again')

    await recorded(page, 5)
    await page.reload()
    await page.getByRole('button', { name: 'Go on recording' }).click()
    await recorded(page, 12)
    await stopAndSend(page)

    await expectWhole(page, id, 3, 12)
  })

  it('should survive the death of the gateway', async () => {
    const page = await openPage(browser, { ruler: 4 })
    await signIn(page)
    const id = await recordSample(page, 'Gateway killed')

    await recorded(page, 4)
    await order('kill-gateway')
    await page
      .getByTestId('safety')
      .getByText(/No connection/)
      .waitFor()
    await order('restart-gateway')
    await page
      .getByTestId('safety')
      .getByText(/^Saved up to/)
      .waitFor({ timeout: SENT_AGAIN })
    await stopAndSend(page)

    await expectWhole(page, id, 4, 4)
  })

  it('should end and send from the list what a closed tab left', async () => {
    const page = await openPage(browser, { ruler: 5 })
    await signIn(page, LINKED_PAGE)
    const id = await recordSample(page, 'Closed tab')
    await recorded(page, 3)
    await order('offline')
    await page
      .getByTestId('safety')
      .getByText(/No connection/)
      .waitFor()
    await recorded(page, 7)

    await order('online')
    await page.goto(new URL(page.url()).origin)
    await page.getByRole('button', { name: 'End and send' }).click()
    await page
      .getByTestId('safety')
      .getByText(/All of it is saved/)
      .waitFor()

    await expectWhole(page, id, 5, 7)
  })
})
