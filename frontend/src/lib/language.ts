import i18next, { type Resource } from 'i18next'
import { initReactI18next } from 'react-i18next'

export const LANGUAGES = ['en', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

const KEPT = 'medic-scribe.language'

const files: Record<Language, () => Promise<{ default: Resource }>> = {
  en: () => import('./locales/en.json'),
  es: () => import('./locales/es.json'),
}

/** Loads the one language that is needed now. */
export async function startLanguage(): Promise<void> {
  const language = chosen()
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: {},
  })
  await loadLanguage(language)
  tellDocument(language)
}

export async function loadLanguage(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return
  const { default: texts } = await files[language]()
  i18next.addResourceBundle(language, 'translation', texts)
}

export async function chooseLanguage(language: Language): Promise<void> {
  await loadLanguage(language)
  await i18next.changeLanguage(language)
  localStorage.setItem(KEPT, language)
  tellDocument(language)
}

export function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.some((language) => language === value)
}

function chosen(): Language {
  const kept = localStorage.getItem(KEPT)
  if (isLanguage(kept)) return kept
  const preferred = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage)
  return preferred ?? 'en'
}

function tellDocument(language: Language): void {
  document.documentElement.lang = language
}
