import { Button, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useRouteError } from 'react-router'

/** Nothing stands at this address, or what stands there could not be shown. */
export function Broken() {
  const { t } = useTranslation()
  const error = useRouteError()
  return (
    <Stack p="xl" align="flex-start">
      <Title order={1}>{t(error ? 'broken.title' : 'broken.missing')}</Title>
      <Text>{t(error ? 'broken.advice' : 'broken.missingAdvice')}</Text>
      <Button component={Link} to="/" reloadDocument={error !== undefined}>
        {t('broken.action')}
      </Button>
    </Stack>
  )
}
