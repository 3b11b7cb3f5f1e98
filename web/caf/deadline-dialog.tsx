import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { deadlineText } from '../../forms/dates.ts'
import { closingInstant, isDay, LAST_DAY } from '../../forms/deadline.ts'
import { serverNow } from '../shared/clock.ts'
import { Dialog, DialogActions } from '../shared/dialog.tsx'
import { Field } from '../shared/field.tsx'
import { type KeptText, useKeptText } from '../shared/kept-text.ts'
import { type Faults, faultsOf, Refusal } from '../shared/refusal.tsx'
import { tooLong } from '../shared/too-long.ts'
import { useAction } from '../shared/use-action.ts'
import { lastDayFault } from './last-day.ts'

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
  /** Where the words are kept until they are sent; not at all without it. */
  readonly kept?: KeptText
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
  const [words, setWords] = useKeptText(props.kept)
  const [faults, setFaults] = useState<Faults>({})
  const action = useAction()
  useEffect(() => setFaults(faultsOf(action.failure)), [action.failure])
  // The keyboard goes to the first field that something is said of: it may be out of sight.
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [faults])
  const isSaid = Object.keys(faults).some((name) => name === 'lastDay' || name === text.name)
  const send = () => {
    const dayFault = lastDayFault(lastDay, { zone, now: serverNow() })
    const missing: Faults = {
      ...(dayFault ? { lastDay: [dayFault] } : {}),
      ...(words.trim().length < 3 ? { [text.name]: [text.missing] } : {}),
    }
    setFaults(missing)
    if (Object.keys(missing).length === 0) action.run(() => onSubmit({ lastDay, text: words.trim() }))
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {children}
        {action.failure && !isSaid ? <Refusal error={action.failure} /> : null}
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
        <Field
          name={text.name}
          label={text.label}
          hint={text.hint}
          faults={tooLong(words, text.most) ?? faults[text.name]}
        >
          {(tied) => (
            <textarea
              {...tied}
              rows={3}
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
