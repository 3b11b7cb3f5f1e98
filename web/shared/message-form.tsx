import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Side } from '../../forms/messages.ts'
import { pointer } from '../../forms/problems.ts'
import { request } from './api.ts'
import { Field } from './field.tsx'
import { useKeptText } from './kept-text.ts'
import type { SectionOutline } from './outline.ts'
import { faultsOf, Refusal } from './refusal.tsx'
import { tooLong } from './too-long.ts'
import { useAction } from './use-action.ts'

const MOST = 4000
const readers: Record<Side, string> = { caf: 'Le partenaire', partner: 'La Caf' }
const sentWords: Record<Side, string> = {
  caf: 'Message envoyé. Le partenaire est prévenu par mél.',
  partner: 'Message envoyé. La Caf est prévenue par mél.',
}

type Props = {
  readonly response: { readonly id: string }
  /** Who writes, as soon as it is known. */
  readonly owner: string | undefined
  readonly side: Side
  readonly outline: readonly SectionOutline[]
  readonly onSent: () => void
}

/** Writes a message to the other side. Its key is kept until it is answered: sent again, it is written once. */
export const MessageForm = ({ response, owner, side, outline, onSent }: Props): JSX.Element => {
  const [text, setText] = useKeptText({ owner, what: `message ${response.id}` })
  const [question, setQuestion] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [said, setSaid] = useState('')
  const action = useAction()
  const key = useRef<string>(undefined)
  const faults = faultsOf(action.failure)
  const change = (set: () => void) => {
    key.current = undefined
    setSaid('')
    set()
  }
  const send = () => {
    setMissing(text.trim() === '')
    if (text.trim() === '') return
    action.run(async () => {
      key.current ??= crypto.randomUUID()
      await request(`/responses/${encodeURIComponent(response.id)}/messages`, {
        method: 'POST',
        headers: { 'idempotency-key': key.current },
        body: { text: text.trim(), ...(question ? { question } : {}) },
        read: () => undefined,
      })
      change(() => setText(''))
      setQuestion('')
      setSaid(sentWords[side])
      onSent()
    })
  }
  return (
    <form
      class="message-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {action.failure ? <Refusal error={action.failure} /> : null}
      <Field
        name="text"
        label={side === 'caf' ? 'Écrire au partenaire' : 'Écrire à la Caf'}
        hint={`${readers[side]} le lira ici et dans un mél. 4\u202f000 caractères au plus.`}
        faults={isMissing ? ['Écrivez votre message.'] : (tooLong(text, MOST) ?? faults.text)}
      >
        {(tied) => (
          <textarea
            {...tied}
            rows={4}
            value={text}
            onInput={({ currentTarget }) => change(() => setText(currentTarget.value))}
          />
        )}
      </Field>
      <Field name="question" label="À propos d’une question (facultatif)" faults={faults.question}>
        {(tied) => (
          <select
            {...tied}
            value={question}
            onChange={({ currentTarget }) => change(() => setQuestion(currentTarget.value))}
          >
            <option value="">Le dossier en général</option>
            {outline.map(({ name, title, blocks }) => (
              <optgroup key={name} label={title}>
                {blocks
                  .flatMap(({ fields }) => fields)
                  .map((field) => (
                    <option key={field.name} value={pointer(field.name)}>
                      {field.title}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <p role="status" class="said">
        {said}
      </p>
      <button type="submit" class="btn quiet" aria-disabled={action.busy}>
        {action.busy ? 'Envoi…' : 'Envoyer le message'}
      </button>
    </form>
  )
}
