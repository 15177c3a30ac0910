import { Skeleton, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The shape of the list before it is there. */
export function ListSkeleton() {
  const { t } = useTranslation()
  return (
    <Stack gap="xs" aria-busy="true" aria-label={t('app.loading')} role="status">
      {[1, 2, 3, 4].map((row) => (
        <Skeleton key={row} h="4rem" animate={false} />
      ))}
    </Stack>
  )
}
