import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { Icon, type IconName } from '../shared/icons.tsx'
import type { Filling } from './filling.ts'
import { type SaveState, saveStateText } from './save-state.ts'

const icons: Record<SaveState['kind'], IconName> = {
  untouched: 'circle',
  saved: 'check',
  saving: 'clock',
  conflict: 'alert',
  untaken: 'alert',
  offline: 'offline',
  refused: 'alert',
  'session-expired': 'lock',
  'no-access': 'lock',
  'form-changed': 'alert',
  closed: 'lock',
}

/** Where the answers are. Shown at each change; spoken only when something goes wrong or is put right. */
export const SaveStatus = ({ filling, now }: { filling: Filling; now: string }): JSX.Element => {
  const state = filling.saveState()
  const isLoading = !filling.survey()
  const text = saveStateText(state, now, filling.response().zone)
  const spoken = useRef('')
  if (state.kind === 'saved' && spoken.current !== '') spoken.current = 'Tout est enregistré.'
  else if (state.kind !== 'saved' && state.kind !== 'saving') spoken.current = text
  return (
    <div class="saved">
      {isLoading ? (
        <p>
          <Icon name="clock" />
          Chargement des questions…
        </p>
      ) : text ? (
        <p class={state.kind}>
          <Icon name={icons[state.kind]} />
          {text}
        </p>
      ) : null}
      <p class="sr-only" role="status">
        {spoken.current}
      </p>
    </div>
  )
}
