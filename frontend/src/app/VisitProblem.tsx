import { Button, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { ProblemError } from '@/lib/problem'

interface Props {
  readonly error: Error
  readonly onTryAgain: () => void
}

/** A visit that cannot be shown: trying again helps only where it may be there after all. */
export function VisitProblem({ error, onTryAgain }: Props) {
  const { t } = useTranslation()
  const missing = error instanceof ProblemError && error.problem.status === 404
  return (
    <Stack align="flex-start">
      <ProblemNotice
        error={error}
        action={missing ? undefined : { label: t('app.tryAgain'), run: onTryAgain }}
      />
      {missing && (
        <Button component={Link} to="/">
          {t('broken.action')}
        </Button>
      )}
    </Stack>
  )
}
