import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { ImportKind, importColumns, MAX_BYTES, MAX_LINES, templateOf } from '../../forms/imports.ts'
import { Field, FieldGroup } from '../shared/field.tsx'
import { Icon } from '../shared/icons.tsx'
import { kindWords } from './import-words.ts'
import type { ListFile } from './list-file.ts'
import { LIST_TYPES, readListFile } from './read-list-file.ts'

type Props = {
  readonly kind: ImportKind
  readonly busy: boolean
  readonly onKind: (kind: ImportKind) => void
  readonly onFile: (file: { name: string; text: string; note?: string }) => void
  /** The file chosen is none to look at. */
  readonly onRefused: () => void
}

/** Chooses what is brought, and the file. What cannot be a list is refused here, before it is sent. */
export const ImportFile = ({ kind, busy, onKind, onFile, onRefused }: Props): JSX.Element => {
  const [refusal, setRefusal] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    setRefusal('')
    if (!file || busy) return
    const read = await readFile(file)
    if ('text' in read) return onFile({ name: file.name, ...read })
    setRefusal(read.fault)
    onRefused()
  }
  return (
    <div class="card">
      <FieldGroup name="kind" label="Que contient le fichier ?">
        {ImportKind.options.map((option) => (
          <label key={option} class="choice">
            <input
              type="radio"
              name="kind"
              checked={kind === option}
              onChange={() => {
                if (input.current) input.current.value = ''
                setRefusal('')
                onKind(option)
              }}
            />
            <span>
              {kindWords[option].title}
              <small>{kindWords[option].about}</small>
            </span>
          </label>
        ))}
      </FieldGroup>
      <p class="import-columns">
        Colonnes :{' '}
        {importColumns[kind].map(({ name, needed }) => (needed ? name : `${name} (facultatif)`)).join(', ')}.{' '}
        {kind === 'organisations'
          ? 'L’un des deux numéros suffit. '
          : 'La colonne « organisation » est son SIRET ou son RNA. '}
        <button type="button" class="link import-model" onClick={() => saveTemplate(kind)}>
          <Icon name="download" />
          Télécharger un modèle<span class="sr-only"> : {kindWords[kind].title}</span>
        </button>
      </p>
      <Field
        name="text"
        label="Fichier Excel ou CSV"
        hint={`Un classeur Excel (.xlsx), dont la première feuille est lue, ou un fichier CSV. ${MAX_LINES.toLocaleString('fr-FR')} lignes au plus.`}
        faults={refusal ? [refusal] : []}
      >
        {(tied) => (
          <input
            {...tied}
            ref={input}
            type="file"
            accept={LIST_TYPES}
            onClick={(event) => {
              // The same file, once corrected, is a new choice.
              event.currentTarget.value = ''
            }}
            onChange={(event) => take(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
    </div>
  )
}

const readFile = async (file: File): Promise<ListFile> => {
  const read = await readListFile(file)
  if ('fault' in read) return read
  const size = new TextEncoder().encode(read.text).length
  return size > MAX_BYTES ? { fault: tooLarge(size) } : read
}

const tooLarge = (size: number): string => {
  const words = size < 1024 * 1024 ? `${Math.ceil(size / 1024)} Ko` : `${Math.ceil(size / 1024 / 1024)} Mo`
  return `Cette liste pèse ${words} ; ${MAX_BYTES / 1024} Ko au plus, soit quelque ${MAX_LINES.toLocaleString('fr-FR')} lignes, pour que chacune soit vérifiée devant vous avant que rien ne change. Vérifiez que c’est le bon fichier, ou coupez-le en plusieurs. Rien n’a été envoyé.`
}

const saveTemplate = (kind: ImportKind): void => {
  const url = URL.createObjectURL(new Blob([templateOf(kind)], { type: 'text/csv;charset=utf-8' }))
  Object.assign(document.createElement('a'), { href: url, download: `modele-${kind}.csv` }).click()
  URL.revokeObjectURL(url)
}
