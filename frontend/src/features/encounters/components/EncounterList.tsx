import { useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { StateBadge } from '@/components/ui/StateBadge'
import type { Encounter } from '@/contracts/encounter'
import { clock, dayOf, sameDay, timeOfDay } from '@/lib/time'

import { lengthOf, openItems, pathOf, type Group } from '../core/grouping'

import classes from './EncounterList.module.css'

interface Props {
  readonly groups: readonly Group[]
}

/** Visits by day; the arrow keys go from one to the next. */
export function EncounterList({ groups }: Props) {
  const { t, i18n } = useTranslation()
  const list = useRef<HTMLDivElement>(null)

  function move(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    const next = links[at + step]
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
  }

  function title({ day }: Group): string {
    if (day === undefined) return t('today.needsYou')
    return sameDay(day, new Date()) ? t('today.today') : dayOf(day, i18n.language)
  }

  return (
    <div ref={list} onKeyDown={move}>
      {groups.map((group) => (
        <section key={group.key} className={classes.group}>
          <h2 className={classes.day}>{title(group)}</h2>
          <ul className={classes.list}>
            {group.encounters.map((encounter) => (
              <li key={encounter.id}>
                <Row encounter={encounter} withDay={group.day === undefined} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Row({ encounter, withDay }: { readonly encounter: Encounter; readonly withDay: boolean }) {
  const { t, i18n } = useTranslation()
  const samples = lengthOf(encounter)
  const elsewhere = withDay && !sameDay(encounter.createdAt, new Date())
  return (
    <Link to={pathOf(encounter)} className={classes.row}>
      <span className={classes.time}>
        {elsewhere && `${dayOf(encounter.createdAt, i18n.language)}, `}
        {timeOfDay(encounter.createdAt, i18n.language)}
      </span>
      <span className={classes.who}>
        <span className={classes.label}>{encounter.patientLabel}</span>
        {encounter.visitType && <span className={classes.type}>{encounter.visitType}</span>}
      </span>
      <span className={classes.length}>
        {samples > 0 && (
          <>
            <span className="visually-hidden">{t('today.length')} </span>
            {clock(samples)}
          </>
        )}
      </span>
      <StateBadge state={encounter.state} open={openItems(encounter)} />
    </Link>
  )
}
