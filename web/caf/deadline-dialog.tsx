import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { deadlineText } from '../../forms/dates.ts'
import { closingInstant, isDay, LAST_DAY } from '../../forms/deadline.ts'
import { Dialog, DialogActions } from '../shared/dialog.tsx'
import { Field } from '../shared/field.tsx'
import { type Faults, faultsOf, Refusal } from '../shared/refusal.tsx'
import { useAction } from '../shared/use-action.ts'

type Props = {
  readonly title: string
  /** What will follow, before one decides. */
  readonly children: ComponentChildren
  readonly closesAt: string
  readonly zone: string
  /** The first day that may be given. */
  readonly firstDay: string
  /** The other thing that is asked: the reason, or the message of a request for correction. */
  readonly text: {
    readonly name: 'reason' | 'message'
    readonly label: string
    readonly hint: string
    readonly missing: string
    readonly most: number
  }
  /** What else is asked, after the words. */
  readonly more?: ComponentChildren
  readonly dayLabel: string
  readonly submit: string
  readonly onSubmit: (asked: { lastDay: string; text: string }) => Promise<unknown>
  readonly onClose: () => void
}

/** Asks for a last day and for words, and says in full until when that would be. */
export const DeadlineDialog = (props: Props): JSX.Element => {
  const { title, children, zone, firstDay, text, dayLabel, submit, onSubmit, onClose } = props
  const [lastDay, setLastDay] = useState('')
  const [words, setWords] = useState('')
  const [faults, setFaults] = useState<Faults>({})
  const action = useAction()
  useEffect(() => setFaults(faultsOf(action.failure)), [action.failure])
  const send = () => {
    const missing: Faults = {
      ...(lastDay === '' ? { lastDay: ['Donnez un jour du calendrier.'] } : {}),
      ...(words.trim().length < 3 ? { [text.name]: [text.missing] } : {}),
    }
    setFaults(missing)
    if (Object.keys(missing).length === 0) action.run(() => onSubmit({ lastDay, text: words.trim() }))
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {children}
        {action.failure ? <Refusal error={action.failure} /> : null}
        <Field name="lastDay" label={dayLabel} faults={faults.lastDay}>
          {(tied) => (
            <input
              {...tied}
              type="date"
              max={LAST_DAY}
              min={firstDay}
              value={lastDay}
              onInput={(event) => setLastDay(event.currentTarget.value)}
            />
          )}
        </Field>
        <p role="status" class="until">
          {untilWords(lastDay, { zone, closesAt: props.closesAt })}
        </p>
        <Field name={text.name} label={text.label} hint={text.hint} faults={faults[text.name]}>
          {(tied) => (
            <textarea
              {...tied}
              rows={3}
              maxLength={text.most}
              value={words}
              onInput={(event) => setWords(event.currentTarget.value)}
            />
          )}
        </Field>
        {props.more}
        <DialogActions label={submit} busyLabel="Envoi…" busy={action.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}

const untilWords = (lastDay: string, { zone, closesAt }: { zone: string; closesAt: string }): string => {
  if (!isDay(lastDay)) return ''
  const until = closingInstant(lastDay, zone)
  return until < closesAt
    ? `C’est avant l’échéance actuelle, ${deadlineText(closesAt, zone)}.`
    : `Ouvert jusqu’au ${deadlineText(until, zone)}.`
}
