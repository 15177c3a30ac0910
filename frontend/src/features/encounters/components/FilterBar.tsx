import { Group, NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'

import { encounterStateSchema, type EncounterState } from '@/contracts/socket'

import type { Filter } from '../api/encounters'

import { DayFilter } from './DayFilter'

interface Props {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
  readonly searchRef: RefObject<HTMLInputElement | null>
}

export function FilterBar({ filter, onChange, searchRef }: Props) {
  const { t } = useTranslation()
  return (
    <Group align="flex-end" role="search">
      <TextInput
        ref={searchRef}
        label={t('today.search')}
        type="search"
        flex={1}
        miw="12rem"
        leftSection={<IconSearch aria-hidden />}
        value={filter.q}
        onChange={(event) => {
          onChange({ ...filter, q: event.currentTarget.value })
        }}
      />
      <NativeSelect
        label={t('today.state')}
        value={filter.state}
        data={[
          { value: '', label: t('today.anyState') },
          ...encounterStateSchema.options.map((state) => ({
            value: state,
            label: t(`state.${state}`),
          })),
        ]}
        onChange={(event) => {
          onChange({ ...filter, state: event.currentTarget.value as EncounterState | '' })
        }}
      />
      <DayFilter
        label={t('today.from')}
        day={filter.from}
        onDay={(from) => {
          onChange({ ...filter, from })
        }}
      />
    </Group>
  )
}
