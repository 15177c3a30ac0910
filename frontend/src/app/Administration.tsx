import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { usePeople } from '@/features/administration/api/administration'
import { HandOverForm } from '@/features/administration/components/HandOverForm'
import { PeopleTable } from '@/features/administration/components/PeopleTable'
import { kindOf, ProblemError } from '@/lib/problem'

/** The first screen of whoever has no visits: an administrator's; others are shown the trail. */
export default function Administration() {
  const { t } = useTranslation()
  const people = usePeople()
  if (people.isError) {
    const refused =
      people.error instanceof ProblemError && kindOf(people.error.problem) === 'forbidden'
    return (
      <Stack gap="lg">
        <Title order={1}>{t('administration.noVisits')}</Title>
        {refused ? (
          <Link to="/audit">{t('today.toAudit')}</Link>
        ) : (
          <ProblemNotice error={people.error} />
        )}
      </Stack>
    )
  }
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>{t('administration.title')}</Title>
        <Text>{t('administration.lead')}</Text>
      </div>
      {people.data && (
        <>
          <PeopleTable people={people.data.people} />
          <Title order={2}>{t('administration.handOverTitle')}</Title>
          <HandOverForm people={people.data.people} />
        </>
      )}
    </Stack>
  )
}
