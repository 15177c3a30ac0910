import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useDebouncedValue, useDocumentTitle, useHotkeys } from '@mantine/hooks'
import { IconHeadphones, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { useEncounters, type Filter } from '@/features/encounters/api/encounters'
import { EncounterList } from '@/features/encounters/components/EncounterList'
import { FilterBar } from '@/features/encounters/components/FilterBar'
import { ListSkeleton } from '@/features/encounters/components/ListSkeleton'
import { grouped } from '@/features/encounters/core/grouping'
import { KeptFilesNotice } from '@/features/files/components/KeptFilesNotice'
import { UnfinishedRecordings } from '@/features/recording/components/UnfinishedRecordings'
import { kindOf, ProblemError } from '@/lib/problem'
import { useSampleVisit } from '@/features/recording/hooks/useSampleVisit'

const Administration = lazy(() => import('../Administration'))

const EVERYTHING: Filter = { q: '', state: '', from: '' }

export function Component() {
  const { t } = useTranslation()
  const [filter, setFilter] = useState(EVERYTHING)
  const [asked] = useDebouncedValue(filter, 250)
  const search = useRef<HTMLInputElement>(null)
  const list = useEncounters(asked)
  useDocumentTitle(t('today.pageTitle'))
  useHotkeys([['/', () => search.current?.focus()]])

  const encounters = list.data?.pages.flatMap((page) => page.items) ?? []
  const unfiltered = asked.q === '' && asked.state === '' && asked.from === ''
  const empty = list.isSuccess && encounters.length === 0

  if (isForbidden(list.error)) {
    return (
      <Suspense>
        <Administration />
      </Suspense>
    )
  }
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Title order={1}>{t('today.title')}</Title>
        {!(empty && unfiltered) && (
          <Button component={Link} to="/visits/new" leftSection={<IconPlus aria-hidden />}>
            {t('today.new')}
          </Button>
        )}
      </Group>
      <UnfinishedRecordings />
      <KeptFilesNotice />
      {empty && unfiltered ? (
        <FirstStep />
      ) : (
        <>
          <FilterBar filter={filter} onChange={setFilter} searchRef={search} />
          {list.isPending && <ListSkeleton />}
          {list.isError && (
            <ProblemNotice
              error={list.error}
              action={{ label: t('app.tryAgain'), run: () => void list.refetch() }}
            />
          )}
          {empty && <Text c="dimmed">{t('today.nothingFound')}</Text>}
          <EncounterList groups={grouped(encounters)} />
          {list.hasNextPage && (
            <Button
              variant="default"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('today.more')}
            </Button>
          )}
          {list.isSuccess && <SampleLink />}
          {list.isSuccess && <Link to="/emergency">{t('today.emergency')}</Link>}
        </>
      )}
    </Stack>
  )
}

/** Whoever is no clinician has no visits. */
function isForbidden(error: unknown): boolean {
  return error instanceof ProblemError && kindOf(error.problem) === 'forbidden'
}

/** To try something, or to show it to a colleague, when there are visits already. */
function SampleLink() {
  const { t } = useTranslation()
  return useSampleVisit() ? <Link to="/visits/new?sound=sample">{t('today.sample')}</Link> : null
}

function FirstStep() {
  const { t } = useTranslation()
  const sample = useSampleVisit()
  return (
    <Stack align="flex-start" gap="lg" py="xl">
      <Text size="lg">{t('today.empty')}</Text>
      <Group>
        <Button size="lg" component={Link} to="/visits/new" leftSection={<IconPlus aria-hidden />}>
          {t('today.new')}
        </Button>
        {sample && (
          <Button
            size="lg"
            variant="default"
            component={Link}
            to="/visits/new?sound=sample"
            leftSection={<IconHeadphones aria-hidden />}
          >
            {t('today.sample')}
          </Button>
        )}
      </Group>
      {sample && <Text c="dimmed">{t('today.sampleAbout')}</Text>}
      <Link to="/emergency">{t('today.emergency')}</Link>
    </Stack>
  )
}
