import { Group, Text } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import classes from './KeptNotice.module.css'

interface Props {
  readonly icon: Icon
  /** What the notice is about, for who cannot see it. */
  readonly label: string
  readonly title: string
  readonly detail: string
  /** What can be done about it, as buttons. */
  readonly children: ReactNode
}

/** Something that is kept on this device only, and what can be done about it. */
export function KeptNotice({ icon: Icon, label, title, detail, children }: Props) {
  return (
    <section className={classes.notice} aria-label={label}>
      <Icon aria-hidden className={classes.icon} />
      <div className={classes.text}>
        <Text fw={650}>{title}</Text>
        <Text size="sm">{detail}</Text>
      </div>
      <Group gap="xs">{children}</Group>
    </section>
  )
}

/** The same for what is kept of somebody else: it is not told what. */
export function KeptForSomeoneElse({ children }: { readonly children: string }) {
  return <section className={classes.notice}>{children}</section>
}
