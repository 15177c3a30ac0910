import { useEffect, useState } from 'react'

/**
 * Hides everything but the element that is returned: from eyes, screen readers, searches, the
 * printer, the title of the tab, and from the keys of the page.
 */
export function useHidden(title: string): HTMLElement {
  const [cover] = useState(() => {
    const made = document.createElement('div')
    made.id = 'lock'
    return made
  })
  useEffect(() => {
    let wanted = document.title
    const focused = document.activeElement
    document.body.append(cover)
    document.body.dataset['locked'] = ''
    const keepTitle = () => {
      if (document.title === title) return
      wanted = document.title
      document.title = title
    }
    keepTitle()
    cover.querySelector<HTMLElement>('button, input')?.focus()
    const titles = new MutationObserver(keepTitle)
    titles.observe(document.head, { childList: true, subtree: true, characterData: true })
    const keepKeys = (event: KeyboardEvent) => {
      if (!(event.target instanceof Node && cover.contains(event.target))) {
        event.stopImmediatePropagation()
      }
    }
    const keepOwnKeys = (event: KeyboardEvent) => {
      event.stopPropagation()
    }
    window.addEventListener('keydown', keepKeys, { capture: true })
    cover.addEventListener('keydown', keepOwnKeys)
    return () => {
      window.removeEventListener('keydown', keepKeys, { capture: true })
      cover.removeEventListener('keydown', keepOwnKeys)
      titles.disconnect()
      document.title = wanted
      delete document.body.dataset['locked']
      cover.remove()
      if (focused instanceof HTMLElement) focused.focus()
    }
  }, [cover, title])
  return cover
}
