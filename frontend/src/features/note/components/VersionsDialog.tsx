import { Modal, NativeSelect, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { nameOf, type NoteVersions } from '@/contracts/note'
import { dateAndTime } from '@/lib/time'

import { useVersion, useVersions } from '../api/note'
import { differenceOf, type Piece } from '../core/difference'

import classes from './VersionsDialog.module.css'

interface Props {
  readonly encounterId: string
  readonly onClose: () => void
}

/** Every version there was, and what changed from the one before. */
export default function VersionsDialog({ encounterId, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const versions = useVersions(encounterId)
  const list = versions.data?.versions ?? []
  const [chosen, setChosen] = useState<number>()
  const shown = chosen ?? list[0]?.version
  const at = list.findIndex(({ version }) => version === shown)
  const before = list[at + 1]?.version

  function label(version: NoteVersions['versions'][number]): string {
    const who = version.author ? nameOf(version.author) : (version.engine?.name ?? '')
    return t('versions.label', {
      version: version.version,
      origin: t(`versions.origin.${version.origin as 'draft' | 'edit' | 'redraft'}`),
      who,
      time: dateAndTime(version.createdAt, i18n.language),
    })
  }

  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('versions.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {versions.isError && <ProblemNotice error={versions.error} />}
      {versions.isPending && <Skeleton h="8rem" animate={false} />}
      {list.length > 0 && (
        <>
          <NativeSelect
            label={t('versions.choose')}
            value={String(shown)}
            data={list.map((version) => ({
              value: String(version.version),
              label: label(version),
            }))}
            onChange={(event) => {
              setChosen(Number(event.currentTarget.value))
            }}
          />
          <Difference encounterId={encounterId} version={shown} before={before} />
        </>
      )}
    </Modal>
  )
}

function Difference({
  encounterId,
  version,
  before,
}: {
  readonly encounterId: string
  readonly version: number | undefined
  readonly before: number | undefined
}) {
  const { t } = useTranslation()
  const now = useVersion(encounterId, version)
  const was = useVersion(encounterId, before)
  if (now.isError || was.isError) return <ProblemNotice error={now.error ?? was.error} />
  if (!now.data || (before !== undefined && !was.data)) {
    return <Skeleton h="12rem" mt="md" animate={false} />
  }
  const base = was.data?.note ?? now.data.note
  return (
    <>
      <p className={classes.legend}>
        {t(before === undefined ? 'versions.first' : 'versions.against', { version: before })}
      </p>
      {differenceOf(base, now.data.note).map(
        ({ code, title, lines }) =>
          lines.length > 0 && (
            <section key={code}>
              <h3 className={classes.section}>{title}</h3>
              {lines.map((pieces, i) => (
                <p key={i} className={classes.line}>
                  {pieces.map((piece, j) => (
                    <PieceText key={j} piece={piece} />
                  ))}
                </p>
              ))}
            </section>
          ),
      )}
    </>
  )
}

function PieceText({ piece }: { readonly piece: Piece }) {
  switch (piece.kind) {
    case 'same':
      return piece.text
    case 'added':
      return <ins className={classes.added}>{piece.text}</ins>
    case 'removed':
      return <del className={classes.removed}>{piece.text}</del>
  }
}
