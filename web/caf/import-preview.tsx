import type { JSX } from 'preact'
import type { ImportPreview } from '../../forms/import-wire.ts'
import { Banner } from '../shared/feedback.tsx'
import { counted } from './campaign-words.ts'

type Props = {
  readonly preview: ImportPreview
  readonly busy: boolean
  readonly onConfirm: (id: string) => void
  readonly onLeave: () => void
}

/** What a file would do, in a sentence. */
export const previewSentence = ({ total, counts, faulty }: ImportPreview): string =>
  `${counted(total, 'ligne')} : ${counts.new} à ajouter, ${counts.changed} à changer, ${counts.same} sans changement${faulty > 0 ? `, ${faulty} à corriger` : ''}.`

/** What a file would do: its faulty lines, or what it brings and the button that does it. */
export const Preview = ({ preview, busy, onConfirm, onLeave }: Props): JSX.Element => {
  const { id, counts, faults, faulty, notes, items } = preview
  const changes = counts.new + counts.changed
  return (
    <section class="card" aria-labelledby="apercu">
      <h2 id="apercu">Aperçu de {preview.fileName || 'ce fichier'}</h2>
      {faulty > 0 ? (
        <>
          <Banner tone="stop">
            <strong>Rien ne peut être importé tant qu’une ligne est fautive.</strong> Corrigez-les dans votre
            tableur, puis choisissez le fichier de nouveau. Rien n’a changé.
          </Banner>
          <Lines
            caption="Lignes à corriger"
            second="Ce qu’il faut corriger"
            lines={faults.map(({ line, detail, text }) => ({ line, text: detail, held: text }))}
            more={faulty - faults.length}
          />
        </>
      ) : null}
      {notes.length > 0 ? (
        <>
          <Banner tone="warn">
            <strong>Des numéros sont déjà connus sous un autre nom.</strong> Ces lignes ne changent rien.
          </Banner>
          <Lines
            caption="Numéros déjà connus"
            second="À vérifier"
            lines={notes.map(({ line, detail }) => ({ line, text: detail }))}
            more={0}
          />
        </>
      ) : null}
      {id !== undefined && changes === 0 ? (
        <Banner tone="ok">Tout ce que dit ce fichier est déjà là : il n’y a rien à importer.</Banner>
      ) : null}
      {id !== undefined && changes > 0 ? (
        <>
          <Lines
            caption="Ce qui sera fait"
            second="Ce qui sera fait"
            lines={items.map(({ line, is, label }) => ({
              line,
              text: `${is === 'new' ? 'Ajouter' : 'Changer'} : ${label}`,
            }))}
            more={changes - items.length}
          />
          <div class="actions">
            <button type="button" class="btn" aria-disabled={busy} onClick={() => onConfirm(id)}>
              {busy ? 'Import…' : `Importer ${counted(changes, 'ligne')}`}
            </button>
            <button type="button" class="btn quiet" onClick={onLeave}>
              Ne rien importer
            </button>
          </div>
        </>
      ) : null}
    </section>
  )
}

type LinesProps = {
  readonly caption: string
  readonly second: string
  readonly lines: readonly {
    readonly line: number
    readonly text: string
    /** What the line holds, where that helps to find it. */
    readonly held?: string | undefined
  }[]
  readonly more: number
}

/** Lines of a file and what is said of each. */
export const Lines = ({ caption, second, lines, more }: LinesProps): JSX.Element => (
  <>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
    <section class="scroll import-lines" aria-label={caption} tabIndex={0}>
      <table>
        <caption class="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Ligne</th>
            <th scope="col">{second}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, text, held }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              <td>
                {text}
                {held ? <p class="import-held">{held}</p> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    {more > 0 ? (
      <p class="quiet-text">
        et {more} {more > 1 ? 'autres lignes' : 'autre ligne'}
      </p>
    ) : null}
  </>
)
