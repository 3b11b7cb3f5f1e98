// Trying a draft of a questionnaire end to end: it opens beside, at an address that the agents of the Caf may open for
// a week. What stands in the way is said in a dialog; nothing else is asked.
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { ApiProblem, request } from './api.ts'
import { Dialog } from './dialog.tsx'
import { Refusal } from './refusal.tsx'
import { useAction } from './use-action.ts'
import { quoted } from './words.ts'

type Props = {
  readonly formId: string
  readonly title: string
  /** Awaited before the trial is made of what the server has: true once it has everything. */
  readonly saved?: () => Promise<boolean>
  /** Said to those who hear the button alone. */
  readonly of?: JSX.Element
}

/** Why no trial opened: the draft is not saved yet, or the browser let no tab be opened. */
type Held = { readonly why: 'unsaved' } | { readonly why: 'blocked'; readonly url: string }

export const TrialButton = ({ formId, title, saved, of }: Props): JSX.Element => {
  const action = useAction()
  const [held, setHeld] = useState<Held>()
  const begin = () =>
    action.run(async () => {
      const isSaved = (await saved?.()) ?? true
      if (!isSaved) return setHeld({ why: 'unsaved' })
      const path = `/forms/${encodeURIComponent(formId)}/trials`
      const { body } = await request(path, { method: 'POST', read: urlIn })
      if (!opened(body)) setHeld({ why: 'blocked', url: body })
    })
  const close = (): void => {
    setHeld(undefined)
    action.forget()
  }
  return (
    <>
      <button type="button" class="btn quiet" aria-disabled={action.busy} onClick={begin}>
        {action.busy ? 'Préparation…' : 'Essayer'}
        {of}
        <span class="sr-only"> (nouvel onglet)</span>
      </button>
      {held || action.failure ? (
        <Dialog title={`Essayer ${quoted(title)}`} onClose={close}>
          {action.failure ? <WhyNot error={action.failure} /> : null}
          {held?.why === 'unsaved' ? (
            <p class="note warn">Le brouillon n’est pas encore enregistré : réessayez dans un instant.</p>
          ) : null}
          {held?.why === 'blocked' ? <p>L’essai est prêt, dans un nouvel onglet.</p> : null}
          <div class="dialog-actions">
            <button type="button" class="btn quiet" onClick={close}>
              Fermer
            </button>
            {held?.why === 'blocked' ? (
              <a class="btn" href={held.url} target="_blank" rel="noreferrer" onClick={close}>
                Ouvrir l’essai
              </a>
            ) : null}
          </div>
        </Dialog>
      ) : null}
    </>
  )
}

/** Opens a tab; false where the browser does not let it, the press of the button being too long ago. */
const opened = (url: string): boolean => {
  const tab = open(url, '_blank')
  if (tab) tab.opener = null
  return tab !== null
}

/** What stands in the way, in the words of the checks. */
const WhyNot = ({ error }: { error: unknown }): JSX.Element => {
  const faults = error instanceof ApiProblem ? (error.document.errors ?? []) : []
  return (
    <>
      <Refusal error={error} />
      {faults.length > 0 ? (
        <ul>
          {faults.map(({ pointer, detail }) => (
            <li key={`${pointer} ${detail}`}>{detail}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

const urlIn = (body: unknown): string => {
  if (typeof body === 'object' && body !== null && 'url' in body && typeof body.url === 'string')
    return body.url
  throw new Error('POST /forms/{id}/trials answered something else')
}
