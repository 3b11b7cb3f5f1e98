// Two people answered the same question otherwise: nobody's answer is dropped before somebody has chosen.
import type { ComponentChildren, JSX } from 'preact'
import { AnswerTable, isTable } from '../shared/answer-tables.tsx'
import { isBlank, wordsOf } from '../shared/answer-text.ts'
import type { Field, SectionOutline } from '../shared/outline.ts'
import type { SectionConflict } from './autosave.ts'
import { whenText } from './save-state.ts'

type Links = (value: unknown) => JSX.Element | undefined

type Props = {
  readonly conflicts: readonly SectionConflict[]
  readonly outline: readonly SectionOutline[]
  readonly now: string
  readonly zone: string
  /** Documents that can be fetched, in the place of their names. */
  readonly links?: Links | undefined
  readonly onChoose: (conflict: SectionConflict, whose: 'mine' | 'theirs') => void
}

/** The answers to choose between, side by side, question by question. */
export const Conflicts = ({ conflicts, outline, now, zone, links, onChoose }: Props): JSX.Element | null =>
  conflicts.length === 0 ? null : (
    <section class="card conflicts" aria-labelledby="conflits">
      <h3 id="conflits">À départager : deux réponses à la même question</h3>
      <p>Choisissez celle qui reste. D’ici là, c’est celle de l’autre personne qui est enregistrée.</p>
      {conflicts.map((conflict) => {
        const { author, mine, theirs } = conflict
        const { title, cell } = placeOf(conflict, outline)
        const whose = author ? `celle de ${author.savedBy}` : 'l’autre'
        const when = author ? `, ${whenText(author.savedAt, now, zone)}` : ''
        return (
          <fieldset key={`${conflict.section} ${conflict.path.join(' ')}`}>
            <legend>{title}</legend>
            <div class="conflict">
              <Side title="La vôtre" {...{ cell, links }} value={mine}>
                <button type="button" class="btn" onClick={() => onChoose(conflict, 'mine')}>
                  Garder la vôtre
                </button>
              </Side>
              <Side
                title={whose.charAt(0).toUpperCase() + whose.slice(1) + when}
                {...{ cell, links }}
                value={theirs}
              >
                <button type="button" class="btn quiet" onClick={() => onChoose(conflict, 'theirs')}>
                  Garder {whose}
                </button>
              </Side>
            </div>
          </fieldset>
        )
      })}
    </section>
  )

type AnswerProps = { cell: Field | undefined; value: unknown; links: Links | undefined }
type SideProps = AnswerProps & { title: string; children: ComponentChildren }

const Side = ({ title, children, ...answer }: SideProps): JSX.Element => (
  <div>
    <p class="quiet-text">{title}</p>
    <Answer {...answer} />
    {children}
  </div>
)

const Answer = ({ cell, value, links }: AnswerProps): JSX.Element => {
  if (isBlank(value)) return <p class="none">Sans réponse</p>
  if (cell && isTable(cell) && typeof value === 'object') return <AnswerTable field={cell} value={value} />
  const linked = cell?.type === 'file' ? links?.(value) : undefined
  if (linked) return linked
  const words = cell ? wordsOf(cell, value).join(', ') : String(value)
  return <p class="long">{cell?.columns.get(words) ?? words}</p>
}

/** What the answers are to, down to the cell of a table. */
const placeOf = ({ section, path }: SectionConflict, outline: readonly SectionOutline[]) => {
  const [key = '', ...inner] = path
  const fields = outline.find(({ name }) => name === section)?.blocks.flatMap((block) => block.fields) ?? []
  const question = fields.find(({ name }) => name === key.replace(/-Comment$/, ''))
  const titles = [question?.title ?? key]
  let cell = key === question?.name ? question : undefined
  for (const step of inner) {
    const inside: Field | undefined = cell?.fields.find(({ name }) => name === step)
    titles.push(inside?.title ?? cell?.rows.get(step) ?? step)
    cell = inside ?? cell
  }
  return { title: titles.join(', '), cell }
}
