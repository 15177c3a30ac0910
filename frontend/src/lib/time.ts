import { SAMPLES_PER_SECOND } from './sampleClock'

/** 12:31, or 1:02:31 from an hour on. */
export function clock(samples: number): string {
  const whole = Math.max(0, Math.floor(samples / SAMPLES_PER_SECOND))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const seconds = String(whole % 60).padStart(2, '0')
  return hours > 0
    ? `${String(hours)}:${String(minutes).padStart(2, '0')}:${seconds}`
    : `${String(minutes)}:${seconds}`
}

/** The page's language as the person's own region writes it: 25/11/2026 in en-GB, 11/25/2026 in en-US. */
function regional(language: string): string {
  return navigator.languages.find((own) => own.split('-')[0] === language) ?? language
}

type DayOfWeek = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** What the type of a locale does not tell yet, though most browsers do, the older ones by a property. */
interface WithWeek extends Intl.Locale {
  readonly getWeekInfo?: () => { readonly firstDay: number }
  readonly weekInfo?: { readonly firstDay: number }
}

export function timeOfDay(moment: string, language: string): string {
  return new Intl.DateTimeFormat(regional(language), { hour: '2-digit', minute: '2-digit' }).format(
    new Date(moment),
  )
}

export function dayOf(moment: string, language: string): string {
  return new Intl.DateTimeFormat(regional(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(moment))
}

/** A day that was chosen, as in 2026-11-27. */
export function shortDayOf(day: string, language: string): string {
  return new Intl.DateTimeFormat(regional(language), { dateStyle: 'medium' }).format(
    new Date(`${day}T00:00`),
  )
}

/** Sunday is 0. Browsers that cannot tell get Monday. */
export function firstDayOfWeek(language: string): DayOfWeek {
  const locale: WithWeek = new Intl.Locale(regional(language))
  const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1 }
  return (firstDay % 7) as DayOfWeek
}

export function dateAndTime(moment: string, language: string): string {
  return new Intl.DateTimeFormat(regional(language), {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(moment))
}

export function sameDay(one: string, other: Date): boolean {
  return new Date(one).toDateString() === other.toDateString()
}
