// What differs between two versions of a questionnaire, or from one to its draft: in words, and as JSON.
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { FormView } from '../../forms/editing-wire.ts'
import { ChangesView } from '../../forms/publishing-wire.ts'
import { request } from '../shared/api.ts'
import { Field } from '../shared/field.tsx'
import { Refusal } from '../shared/refusal.tsx'
import { Tag } from '../shared/status-tag.tsx'
import { useAction } from '../shared/use-action.ts'
import { changesTitle, type Pair, sidesOf, sideWords } from './form-words.ts'

type Props = { readonly form: FormView }

/** Asks which two to compare, and tells what changes from one to the other. */
export const FormChanges = ({ form }: Props): JSX.Element => {
  const sides = sidesOf(form)
  const [pair, setPair] = useState<Pair>(() => ({ from: sides.at(-2) ?? '', to: sides.at(-1) ?? '' }))
  const [shown, setShown] = useState<ChangesView>()
  const action = useAction()
  const show = () =>
    action.run(async () => {
      setShown(undefined)
      const query = new URLSearchParams(pair)
      const path = `/forms/${encodeURIComponent(form.id)}/changes?${query}`
      setShown((await request(path, { read: (body) => ChangesView.parse(body) })).body)
    })
  if (sides.length < 2)
    return <p>Il n’y a encore rien à comparer : le questionnaire n’a qu’une version, et pas de brouillon.</p>
  return (
    <>
      <form
        class="compare"
        onSubmit={(event) => {
          event.preventDefault()
          show()
        }}
      >
        <SideField
          name="from"
          label="De"
          sides={sides}
          chosen={pair.from}
          onChoose={(from) => setPair({ ...pair, from })}
        />
        <SideField
          name="to"
          label="À"
          sides={sides}
          chosen={pair.to}
          onChoose={(to) => setPair({ ...pair, to })}
        />
        <button type="submit" class="btn" aria-disabled={action.busy}>
          {action.busy ? 'Comparaison…' : 'Voir les changements'}
        </button>
      </form>
      {action.failure ? <Refusal error={action.failure} /> : null}
      {shown ? <Changes key={`${shown.from} ${shown.to}`} changes={shown} /> : null}
    </>
  )
}

type SideProps = {
  readonly name: 'from' | 'to'
  readonly label: string
  readonly sides: readonly string[]
  readonly chosen: string
  readonly onChoose: (side: string) => void
}

const SideField = ({ name, label, sides, chosen, onChoose }: SideProps): JSX.Element => (
  <Field name={name} label={label}>
    {(tied) => (
      <select {...tied} value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {sides.map((side) => (
          <option key={side} value={side}>
            {sideWords(side)}
          </option>
        ))}
      </select>
    )}
  </Field>
)

const Changes = ({ changes }: { changes: ChangesView }): JSX.Element => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { items, patch } = changes
  return (
    <section class="card changes" aria-labelledby="changements">
      <h3 id="changements" tabIndex={-1} ref={heading}>
        {changesTitle(changes)}
      </h3>
      {items.length > 0 ? (
        <ul class="change-list">
          {items.map(({ kind, pointer, words, effect }) => (
            <li key={`${kind} ${pointer} ${words}`}>
              {words}{' '}
              {effect === 'answers' ? (
                <Tag tone="warn" icon="alert">
                  Touche des réponses
                </Tag>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {patch.length > 0 ? (
        <details>
          <summary>
            En JSON ({patch.length === 1 ? 'une opération' : `${patch.length} opérations`} JSON Patch)
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
          <section class="patch" tabIndex={0} aria-label="Changements en JSON">
            <pre>{JSON.stringify(patch, null, 2)}</pre>
          </section>
        </details>
      ) : null}
    </section>
  )
}
