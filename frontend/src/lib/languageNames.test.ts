import { expect, it } from 'vitest'

import { languageNames } from './languageNames'

it.each([
  ['en', ['en'], 'English'],
  ['es', ['en'], 'inglés'],
  ['en', ['en', 'es', 'multi'], 'English and Spanish'],
  ['es', ['en', 'es'], 'inglés y español'],
])('should name languages on a page in %s', (page, tags, names) => {
  expect(languageNames(tags, page)).toBe(names)
})
