// What has no follower in the new version, each with what it may be followed by: the Caf says what was renamed.
import type { JSX } from 'preact'
import type { Mapping } from '../../../forms/moving/mapping.ts'
import { followerOf, type Orphan, withFollower } from '../../../forms/moving/suggest.ts'
import { quoted } from '../../shared/words.ts'

type Props = {
  readonly orphans: readonly Orphan[]
  readonly mapping: Mapping
  /** What was renamed in the editor. */
  readonly known: Mapping
  readonly onChange: (mapping: Mapping) => void
}

const legends = {
  questions: 'Questions qui n’ont pas de suite',
  rows: 'Lignes qui n’ont pas de suite',
  choices: 'Choix qui n’ont pas de suite',
} as const

export const MappingFields = ({ orphans, mapping, known, onChange }: Props): JSX.Element => {
  if (orphans.length === 0)
    return (
      <p>Chaque question, chaque ligne et chaque choix a sa suite, du même nom, dans la nouvelle version.</p>
    )
  const parts = (['questions', 'rows', 'choices'] as const).filter((part) =>
    orphans.some((orphan) => orphan.part === part),
  )
  return (
    <>
      {parts.map((part) => (
        <fieldset key={part} class="field mapping">
          <legend>{legends[part]}</legend>
          {orphans
            .filter((orphan) => orphan.part === part)
            .map((orphan) => (
              <Follower
                key={keyOf(orphan)}
                isAlone={orphans.filter((one) => labelOf(one) === labelOf(orphan)).length === 1}
                {...{ orphan, mapping, known, onChange }}
              />
            ))}
        </fieldset>
      ))}
    </>
  )
}

const keyOf = ({ part, path, value }: Orphan): string => `${part}-${path}-${value ?? ''}`

/** In the words of the old version; the address of the question only where two are called the same. */
const labelOf = ({ title, value, text }: Orphan): string =>
  value === undefined ? title : `${quoted(text ?? value)}, de ${quoted(title)}`

const Follower = ({
  orphan,
  isAlone,
  mapping,
  known,
  onChange,
}: Omit<Props, 'orphans'> & { readonly orphan: Orphan; readonly isAlone: boolean }): JSX.Element => {
  const id = `suite-${keyOf(orphan)}`
  const chosen = followerOf(mapping, orphan)
  const { among, likely, path } = orphan
  const isShared = (title: string) => among.filter((one) => one.title === title).length > 1
  return (
    <div class="field follower">
      <label for={id}>
        {labelOf(orphan)}
        {isAlone ? null : <span class="quiet-text"> {path.slice(1)}</span>}
      </label>
      <select
        id={id}
        value={chosen ?? ''}
        onChange={(event) => onChange(withFollower(mapping, orphan, event.currentTarget.value || undefined))}
      >
        <option value="">Pas de suite : ses réponses ne sont pas reprises</option>
        {among.map((one) => (
          <option key={one.name} value={one.name}>
            Devient {quoted(one.title)}
            {isShared(one.title) ? ` (${one.name})` : ''}
            {one.name === followerOf(known, orphan)
              ? ', renommé dans l’éditeur'
              : one.name === likely
                ? ', probable'
                : ''}
          </option>
        ))}
      </select>
    </div>
  )
}
