import { ProblemError } from '@/lib/problem'

const REFUSED = {
  type: 'https://medicscribe.org/problems/clipboard-refused',
  title: 'The browser does not let the page copy',
  status: 0,
}

/** Both forms at once: whoever pastes takes the one it understands. */
export async function copyBoth(text: string, html: string): Promise<void> {
  try {
    if (typeof ClipboardItem === 'undefined') {
      await navigator.clipboard.writeText(text)
      return
    }
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([text], { type: 'text/plain' }),
        'text/html': new Blob([html], { type: 'text/html' }),
      }),
    ])
  } catch {
    throw new ProblemError(REFUSED)
  }
}
