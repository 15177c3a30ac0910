import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Problem } from '@/contracts/socket'
import { kindOf, ProblemError, UNREACHABLE } from '@/lib/problem'
import { sentenceOf } from '@/lib/problemSentence'

import classes from './ProblemNotice.module.css'

interface Props {
  readonly error: unknown
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

/** One sentence, one action; what support needs stands behind "Details". */
export function ProblemNotice({ error, action }: Props) {
  const { t, i18n } = useTranslation()
  const problem = problemBehind(error)
  const kind = kindOf(problem)
  const sentence = t(sentenceOf(problem, (key) => i18n.exists(key)) as 'problem.unknown')
  return (
    <Alert
      color="red"
      variant="outline"
      role="alert"
      className={classes.notice ?? ''}
      icon={<IconAlertTriangle aria-hidden />}
    >
      <Text>{sentence}</Text>
      <Group mt="xs" gap="md">
        {action && (
          <Button variant="default" size="sm" onClick={action.run}>
            {action.label}
          </Button>
        )}
        <details>
          <summary>{t('problem.details')}</summary>
          <Text size="sm">
            {kind} · {problem.status}
            {problem.detail ? ` · ${problem.detail}` : ''}
          </Text>
        </details>
      </Group>
    </Alert>
  )
}

function problemBehind(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return error instanceof TypeError ? UNREACHABLE : { type: 'internal', title: '', status: 0 }
}
