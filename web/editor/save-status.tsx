import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { useServerNow } from '../shared/clock.ts'
import { Icon, type IconName } from '../shared/icons.tsx'
import type { SaveState } from './draft-queue.ts'
import { saveWords } from './save-words.ts'

const icons: Record<SaveState['kind'], IconName> = {
  saved: 'check',
  saving: 'clock',
  offline: 'offline',
  'session-expired': 'lock',
  'no-access': 'lock',
  stale: 'alert',
  locked: 'lock',
  refused: 'alert',
}

/** Where the edits are. Shown at each change; spoken only when something goes wrong or is put right. */
export const SaveStatus = ({ state, isKept }: { state: SaveState; isKept: boolean }): JSX.Element => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const words = saveWords(state, { now: useServerNow(), zone }, isKept)
  const spoken = useRef('')
  if (state.kind === 'saved' && spoken.current !== '') spoken.current = 'Tout est enregistré.'
  else if (state.kind !== 'saved' && state.kind !== 'saving') spoken.current = words
  return (
    <div class="saved">
      <p class={state.kind}>
        <Icon name={icons[state.kind]} />
        {words}
      </p>
      <p class="sr-only" role="status">
        {spoken.current}
      </p>
    </div>
  )
}
