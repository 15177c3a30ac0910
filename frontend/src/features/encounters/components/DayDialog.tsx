import 'dayjs/locale/es'
import '@mantine/dates/styles.css'

import { Button, Modal, Stack } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useTranslation } from 'react-i18next'

import { firstDayOfWeek } from '@/lib/time'

interface Props {
  readonly title: string
  readonly day: string
  readonly onDay: (day: string) => void
  readonly onClose: () => void
}

export default function DayDialog({ title, day, onDay, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const choose = (chosen: string) => {
    onDay(chosen)
    onClose()
  }
  return (
    <Modal
      opened
      size="auto"
      title={title}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Stack>
        <DatePicker
          size="md"
          locale={i18n.language}
          firstDayOfWeek={firstDayOfWeek(i18n.language)}
          maxLevel="year"
          highlightToday
          hideOutsideDates
          weekendDays={[]}
          maxDate={new Date()}
          value={day === '' ? null : day}
          {...(day === '' ? {} : { defaultDate: day })}
          onChange={(chosen) => {
            choose(chosen ?? '')
          }}
          ariaLabels={{
            monthLevelControl: t('calendar.months'),
            nextMonth: t('calendar.nextMonth'),
            previousMonth: t('calendar.previousMonth'),
            nextYear: t('calendar.nextYear'),
            previousYear: t('calendar.previousYear'),
          }}
        />
        <Button
          variant="default"
          data-autofocus
          onClick={() => {
            choose('')
          }}
        >
          {t('today.anyDay')}
        </Button>
      </Stack>
    </Modal>
  )
}
