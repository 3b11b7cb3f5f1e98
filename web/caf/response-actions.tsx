import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { deadlineText } from '../../forms/dates.ts'
import { localDay } from '../../forms/deadline.ts'
import { DeadlineSet } from '../../forms/deadline-wire.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import { request } from '../shared/api.ts'
import { serverNow } from '../shared/clock.ts'
import { Icon } from '../shared/icons.tsx'
import { forgetText } from '../shared/kept-text.ts'
import type { SectionOutline } from '../shared/outline.ts'
import { askAsRead } from './as-read.ts'
import { DeadlineDialog } from './deadline-dialog.tsx'
import { QuestionPicker } from './question-picker.tsx'

type Props = {
  readonly response: ResponseView
  /** Of the response as it is shown: a correction is asked of what was read. */
  readonly etag: string
  /** Who acts, as soon as it is known. */
  readonly owner: string | undefined
  readonly onDone: (sentence: string) => void
  /** Called when somebody else changed what counts meanwhile: nothing was done. */
  readonly onOvertaken: () => void
  readonly outline: readonly SectionOutline[]
}

const read = (body: unknown) => DeadlineSet.parse(body)

/** What this agent may do with the response: give it more time, ask for a correction. */
export const ResponseActions = (props: Props): JSX.Element => {
  const { response, etag, owner, onDone, onOvertaken, outline } = props
  const [open, setOpen] = useState<'extend' | 'correct'>()
  const [questions, setQuestions] = useState<readonly string[]>([])
  const { may, extensions, zone } = response
  const path = `/responses/${encodeURIComponent(response.id)}`
  const kept = (to: string) => ({ owner, what: `${to} ${response.id}` })
  const close = () => setOpen(undefined)
  const send = async (what: string, to: string, options: { method: 'PUT' | 'POST'; body: object }) => {
    const asked = await askAsRead({ response, etag }, (version) =>
      request(path + to, { ...options, headers: { 'if-match': version }, read }),
    )
    close()
    if (asked === 'overtaken') return onOvertaken()
    forgetText(kept(to))
    const until = deadlineText(asked.reply.body.closesAt, zone)
    onDone(`${what} jusqu’au ${until}. Le partenaire est prévenu par mél.`)
  }
  const extend = (lastDay: string, reason: string) =>
    send('L’échéance est prolongée', '/deadline', { method: 'PUT', body: { lastDay, reason } })
  const ask = (lastDay: string, message: string) =>
    send('La correction est demandée', '/correction', {
      method: 'POST',
      body: { lastDay, message, ...(questions.length > 0 ? { questions } : {}) },
    })
  const isOver = response.closesAt <= serverNow()
  const dialog = {
    closesAt: response.closesAt,
    zone,
    firstDay: localDay(isOver ? serverNow() : response.closesAt, zone),
    onClose: close,
  }
  return (
    <>
      {extensions ? null : (
        <p class="note">
          <Icon name="lock" />
          Pas de délai supplémentaire accordé dans cette campagne.
        </p>
      )}
      {may.extend || may.askCorrection || may.correct ? (
        <div class="side-actions">
          {may.extend ? (
            <button type="button" class="btn quiet" onClick={() => setOpen('extend')}>
              Prolonger l’échéance…
            </button>
          ) : null}
          {may.askCorrection ? (
            <button type="button" class="btn quiet" onClick={() => setOpen('correct')}>
              Demander une correction…
            </button>
          ) : null}
          {may.correct ? (
            <a class="btn quiet" href={correctHref(response)}>
              Corriger les réponses
            </a>
          ) : null}
        </div>
      ) : null}
      {open === 'extend' ? (
        <DeadlineDialog
          {...dialog}
          title="Prolonger l’échéance de ce dossier"
          dayLabel="Nouveau dernier jour, compris"
          text={extensionText}
          kept={kept('/deadline')}
          submit="Prolonger"
          onSubmit={({ lastDay, text }) => extend(lastDay, text)}
        >
          <p>
            {response.status === 'missed'
              ? 'Il est clos sans transmission : il se rouvrira, avec ce qui y était écrit.'
              : `Son échéance est le ${deadlineText(response.closesAt, zone)}. Elle ne peut être que reportée.`}
          </p>
        </DeadlineDialog>
      ) : null}
      {open === 'correct' ? (
        <DeadlineDialog
          {...dialog}
          title="Demander une correction"
          dayLabel="À corriger jusqu’à la fin du"
          text={correctionText}
          kept={kept('/correction')}
          submit="Demander la correction"
          more={<QuestionPicker outline={outline} chosen={questions} onChoose={setQuestions} />}
          onSubmit={({ lastDay, text }) => ask(lastDay, text)}
        >
          <p>
            L’envoi reçu compte toujours tant que le partenaire n’en a pas transmis un autre, même si la
            correction ne vient pas à temps.
          </p>
        </DeadlineDialog>
      ) : null}
    </>
  )
}

/** The questionnaire itself, from which one comes back to the same list. */
const correctHref = ({ fillUrl }: ResponseView): string => {
  const list = new URLSearchParams(location.search).get('liste')
  return `${fillUrl}&corriger=1${list === null ? '' : `&liste=${encodeURIComponent(list)}`}`
}

const extensionText = {
  name: 'reason',
  label: 'Motif',
  hint: 'Le partenaire le lira sur sa démarche et dans le mél qui le prévient.',
  missing: 'Écrivez le motif : le partenaire le lira.',
  most: 500,
} as const

const correctionText = {
  name: 'message',
  label: 'Ce qui est à corriger',
  hint: 'Le partenaire le lira sur sa démarche, au-dessus du questionnaire et dans un mél.',
  missing: 'Écrivez ce qui est à corriger : le partenaire le lira.',
  most: 2000,
} as const
