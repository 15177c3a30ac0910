/** Languages by their names in the language of the page; mixed talk is no language of its own. */
export function languageNames(tags: readonly string[], page: string): string {
  const names = new Intl.DisplayNames(page, { type: 'language' })
  return new Intl.ListFormat(page).format(
    tags.filter((tag) => tag !== 'multi').map((tag) => names.of(tag) ?? tag),
  )
}
