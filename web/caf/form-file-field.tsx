import type { JSX } from 'preact'
import { Field } from '../shared/field.tsx'
import { type FormFile, readFormFile } from './read-form-file.ts'

type Props = {
  readonly file: FormFile | undefined
  readonly faults: readonly string[] | undefined
  readonly onFile: (file: FormFile) => void
}

/** More than any file we take, so that a film chosen by mistake is not read. */
const MAX_FILE_BYTES = 2 * 1024 * 1024

/** Chooses a questionnaire in a file, and says what it holds. What cannot be one is refused before it is sent. */
export const FormFileField = ({ file, faults = [], onFile }: Props): JSX.Element => {
  const wrong = file && 'fault' in file ? [file.fault] : faults
  const take = async (chosen: File | undefined) => {
    if (chosen) onFile(await readFile(chosen))
  }
  return (
    <div class="under-choice">
      <Field name="from" label="Fichier JSON" hint="220 Ko au plus." faults={wrong}>
        {(tied) => (
          <input
            {...tied}
            type="file"
            accept=".json,application/json"
            onClick={(event) => {
              // The same file, once corrected, is a new choice.
              event.currentTarget.value = ''
            }}
            onChange={(event) => take(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      <p role="status">{file && 'summary' in file ? `Ce fichier se lit : ${file.summary}` : ''}</p>
    </div>
  )
}

const readFile = async (file: File): Promise<FormFile> => {
  if (file.size > MAX_FILE_BYTES)
    return {
      fault: `Ce fichier pèse ${Math.ceil(file.size / 1024 / 1024)} Mo, et un questionnaire 220 Ko au plus. Vérifiez que c’est le bon.`,
    }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return readFormFile(text, file.name)
  } catch {
    return {
      fault:
        'Ce fichier n’est pas du texte en UTF-8. Enregistrez-le en UTF-8, puis choisissez-le de nouveau.',
    }
  }
}
