import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { ExportFormat, ExportView } from '../../forms/exports/wire.ts'
import type { RowFilter } from '../../forms/row-filter.ts'
import { request } from '../shared/api.ts'
import { Dialog, DialogActions } from '../shared/dialog.tsx'
import { Refusal } from '../shared/refusal.tsx'
import { useAction } from '../shared/use-action.ts'
import { counted } from './campaign-words.ts'
import { formatWords } from './export-words.ts'

type Props = {
  readonly campaignId: string
  readonly count: number
  /** How many of them were transmitted. */
  readonly transmitted: number
  /** What the table shows, when that is not everything, and how many. */
  readonly shown:
    | {
        readonly filter: RowFilter
        readonly words: string
        readonly count: number
        readonly transmitted: number
      }
    | undefined
  readonly onAsked: () => void
  readonly onClose: () => void
}

/** Takes which dossiers and which kind of file, and asks for it. */
export const ExportDialog = ({
  campaignId,
  count,
  transmitted,
  shown,
  onAsked,
  onClose,
}: Props): JSX.Element => {
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [isFiltered, setIsFiltered] = useState(shown !== undefined)
  // Asked again after a failure, it is one export.
  const [key] = useState(() => crypto.randomUUID())
  const action = useAction()
  const ask = () =>
    action.run(async () => {
      await request(`/campaigns/${encodeURIComponent(campaignId)}/exports`, {
        method: 'POST',
        headers: { 'idempotency-key': `${key} ${format} ${isFiltered}`.slice(0, 64) },
        body: { format, filter: isFiltered && shown ? shown.filter : {} },
        read: (body) => ExportView.parse(body),
      })
      onAsked()
    })
  return (
    <Dialog title="Exporter les dossiers" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        {action.failure ? <Refusal error={action.failure} /> : null}
        {shown ? (
          <fieldset class="field">
            <legend>Quels dossiers ?</legend>
            <Choice name="dossiers" checked={isFiltered} onChoose={() => setIsFiltered(true)}>
              Ceux que la liste montre ({counted(shown.count, 'dossier')})<small>{shown.words}</small>
            </Choice>
            <Choice name="dossiers" checked={!isFiltered} onChoose={() => setIsFiltered(false)}>
              Tous les dossiers de la campagne ({counted(count, 'dossier')})
            </Choice>
          </fieldset>
        ) : (
          <p>
            {counted(count, 'dossier')}. Pour n’en exporter qu’une partie, filtrez d’abord la liste : par
            état, situation, avancement, organisation ou recherche.
          </p>
        )}
        <fieldset class="field">
          <legend>Quel fichier ?</legend>
          {ExportFormat.options.toSorted(xlsxFirst).map((one) => (
            <Choice key={one} name="format" checked={format === one} onChoose={() => setFormat(one)}>
              {formatWords[one].name}
              <small>{formatWords[one].about}</small>
            </Choice>
          ))}
        </fieldset>
        {format === 'pdf' ? (
          <p role="status">{archiveWords(isFiltered && shown ? shown.transmitted : transmitted)}</p>
        ) : null}
        <p class="quiet-text">
          Seules les réponses transmises y figurent, jamais les brouillons. Le fichier contient des données
          personnelles : il est effacé d’ici après sept jours.
        </p>
        <DialogActions
          label="Préparer le fichier"
          busyLabel="Demande en cours…"
          busy={action.busy}
          onClose={onClose}
        />
      </form>
    </Dialog>
  )
}

const archiveWords = (transmitted: number): string =>
  transmitted === 0
    ? 'Aucun de ces dossiers n’est transmis : l’archive serait vide.'
    : `L’archive aura ${counted(transmitted, 'dossier')} : ${transmitted > 1 ? 'ceux qui sont transmis' : 'celui qui est transmis'}.`

const xlsxFirst = (a: ExportFormat, b: ExportFormat): number => Number(b === 'xlsx') - Number(a === 'xlsx')

type ChoiceProps = {
  readonly name: string
  readonly checked: boolean
  readonly onChoose: () => void
  readonly children: ComponentChildren
}

const Choice = ({ name, checked, onChoose, children }: ChoiceProps): JSX.Element => (
  <label class="choice">
    <input type="radio" name={name} checked={checked} onChange={onChoose} />
    <span>{children}</span>
  </label>
)
